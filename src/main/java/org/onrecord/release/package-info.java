// SPDX-License-Identifier: Apache-2.0
/**
 * The release: a validated, immutable dataset with its hashes and indexes; loading, rules, derived graphs.
 *
 * <p>A release is created only after all files are read and validated. It is immutable: the server has a current
 * release, and a change is another release. Indexes belong to a release ({@link org.onrecord.release.Release#index}),
 * so that there is one of each type, and they are garbage-collected with it.
 *
 * <p>The default graph has the merged triples of the named graphs. A union view would save the memory of one index, but
 * was 1.4 to 5 times slower at a million triples; with {@code createTxnMem}, queries without {@code GRAPH} would have
 * no results.
 *
 * <p>A graph hash is computed from its triples in RDFC-1.0 canonical N-Quads, independent of graph name, file layout
 * and blank node labels. Graphs without blank nodes only need sorting. The release hash covers the stated graphs. The
 * texts of the rules are a stated graph, so that derived graphs follow from the release hash and are hashed at export
 * only.
 *
 * <p>A rule derives triples of statements, and says by a property path which statements a change affects ({@code
 * Rule}), so that a change derives again only what it can alter. A home that was loaded before is updated ({@code Update}):
 * the cost follows the changed files. A snapshot of a loaded home ({@code Snapshot}) lets another process continue from it;
 * the files remain the master. The program carries the snapshot of its own data.
 */
@NullMarked
package org.onrecord.release;

import org.jspecify.annotations.NullMarked;
