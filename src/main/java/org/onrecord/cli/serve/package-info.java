// SPDX-License-Identifier: Apache-2.0
/** The command that serves: its options, and what it says once it answers. */
@NullMarked
package org.onrecord.cli.serve;

import org.jspecify.annotations.NullMarked;
