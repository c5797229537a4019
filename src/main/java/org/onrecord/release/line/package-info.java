// SPDX-License-Identifier: Apache-2.0
/**
 * Canonical N-Triples and N-Quads lines on disk: external sorting, merging, parsing.
 *
 * <p>Used for writing and comparing releases. No library is needed for sorting: lines are compared by code point, and a
 * run is a file of lines.
 */
@NullMarked
package org.onrecord.release.line;

import org.jspecify.annotations.NullMarked;
