// SPDX-License-Identifier: Apache-2.0
/** Load tests that are not part of the build; see {@code dumps.md}. */
@NullMarked
package org.onrecord.release.dump.load;

import org.jspecify.annotations.NullMarked;
