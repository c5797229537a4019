// SPDX-License-Identifier: Apache-2.0
/**
 * The checked dataset that is asked: loading, derived graphs, union default graph, snapshot, hashes.
 *
 * <p>A snapshot is whole or it is not there: files are read and checked first, and only what conforms is built.
 *
 * <p>The default graph holds the merged triples beside the named graphs that they come from. A union view would save the
 * memory of one index, and was measured 1.4 to 5 times slower at a million triples; stock {@code createTxnMem} would
 * leave a query without {@code GRAPH} empty-handed.
 *
 * <p>A graph's hash is taken of its triples in RDFC-1.0 canonical N-Quads, so it does not depend on the graph's name,
 * the file's layout or the labels of blank nodes. Graphs without blank nodes need no canonicalisation but sorting.
 */
@NullMarked
package org.onrecord.release;

import org.jspecify.annotations.NullMarked;
