// SPDX-License-Identifier: Apache-2.0
/** Runs that are too long for the build; {@code dumps.md} says how. */
@NullMarked
package org.onrecord.release.dump.load;

import org.jspecify.annotations.NullMarked;
