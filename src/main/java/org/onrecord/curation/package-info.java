// SPDX-License-Identifier: Apache-2.0
/**
 * Changes of the data files of a home: edits that are validated as a whole before anything is written, withdrawal of
 * articles, and new homes.
 *
 * <p>Every change validates the whole home, not only what it touches: a removed node can make any other file wrong. In a
 * home of two articles and 14,000 triples this takes 0.2 s, most of it in targets of shapes, which a restriction to some
 * nodes does not save.
 */
@NullMarked
package org.onrecord.curation;

import org.jspecify.annotations.NullMarked;
