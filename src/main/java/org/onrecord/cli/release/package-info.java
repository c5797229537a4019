// SPDX-License-Identifier: Apache-2.0
/** The commands that write and prove releases. */
@NullMarked
package org.onrecord.cli.release;

import org.jspecify.annotations.NullMarked;
