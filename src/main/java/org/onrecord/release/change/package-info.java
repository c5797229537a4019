// SPDX-License-Identifier: Apache-2.0
/**
 * Changes between two releases, as RDF Patch, SPARQL Update and Markdown.
 *
 * <p>Both are read from N-Quads into canonical lines, so that order, layout and labels do not matter. A changed graph
 * with blank nodes is replaced completely, because canonical labels are valid only within one version of a graph. RDF
 * Patch uses the blank node labels of the dumps; stores with other labels can use the SPARQL Update, which clears such
 * a graph and inserts it again.
 */
@NullMarked
package org.onrecord.release.change;

import org.jspecify.annotations.NullMarked;
