// SPDX-License-Identifier: Apache-2.0
/** The commands for a home of one's own and its articles. */
@NullMarked
package org.onrecord.cli.coding;

import org.jspecify.annotations.NullMarked;
