// SPDX-License-Identifier: Apache-2.0
/** The jar as an operator runs it: behind a proxy, by systemd, asked by clients of other makes. */
@NullMarked
package org.onrecord.operation;

import org.jspecify.annotations.NullMarked;
