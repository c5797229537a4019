// SPDX-License-Identifier: Apache-2.0
/** Runs that are too long for the build; {@code dumps.md} says how. */
@NullMarked
package org.onrecord.publish.load;

import org.jspecify.annotations.NullMarked;
