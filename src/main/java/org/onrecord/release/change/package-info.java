// SPDX-License-Identifier: Apache-2.0
/**
 * The difference between two releases, for stores that follow and for people who read.
 *
 * <p>Both are read from N-Quads into canonical lines, so that order, layout and labels make no difference. A graph with
 * blank nodes that changed is replaced whole: a label is canonical within one state of a graph and means nothing in the
 * next. RDF Patch names blank nodes as the dumps do; a store that gives them labels of its own takes the SPARQL Update,
 * which empties such a graph and fills it again.
 */
@NullMarked
package org.onrecord.release.change;

import org.jspecify.annotations.NullMarked;
