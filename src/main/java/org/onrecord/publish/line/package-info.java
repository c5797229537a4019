// SPDX-License-Identifier: Apache-2.0
/**
 * Lines of canonical N-Triples and N-Quads on disk: sorting more of them than memory holds, merging, taking apart.
 *
 * <p>A sorter of our own and no library: the lines are text that sorts by code point, and a run is a file of lines.
 */
@NullMarked
package org.onrecord.publish.line;

import org.jspecify.annotations.NullMarked;
