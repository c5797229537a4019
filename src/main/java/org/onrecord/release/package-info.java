// SPDX-License-Identifier: Apache-2.0
/**
 * The release: a validated, immutable dataset with its hashes and indexes; loading, rules, derived graphs.
 *
 * <p>A release is complete or it does not exist: files are read and validated first. It is a value: the server shows the
 * current one, and a change is another release. Indexes belong to a release ({@link org.onrecord.release.Release#index}),
 * whichever package they come from, so that there is one of each, and all of them are collected with it.
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
