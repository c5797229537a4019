// SPDX-License-Identifier: Apache-2.0
/**
 * Lines of canonical N-Triples and N-Quads on disk: sorting more of them than memory holds, merging, taking apart.
 *
 * <p>Both writing a release and comparing two need them, so they stand with the hashes. A sorter of our own and no library: the lines are text that sorts by code point, and a run is a file of lines.
 */
@NullMarked
package org.onrecord.release.line;

import org.jspecify.annotations.NullMarked;
