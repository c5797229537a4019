// SPDX-License-Identifier: Apache-2.0
/** Checks that the coding guide says what is so: its version is the data's, and its commands work. */
@NullMarked
package org.onrecord.guide;

import org.jspecify.annotations.NullMarked;
