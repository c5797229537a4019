// SPDX-License-Identifier: Apache-2.0
/**
 * An immutable dataset of numbered terms, behind Jena's {@code DatasetGraph} and {@code Graph}.
 *
 * <p>A dictionary numbers the terms. The triples, each once, are in three sort orders of integer columns, with the graphs
 * of each triple; the default graph is the union of the named graphs. Sub-package {@code query} evaluates SPARQL on the
 * numbers; whatever it does not support, Jena's own engine evaluates over {@code find}.
 *
 * <p>A changed store is made from another by copying its columns with the changed rows in their places ({@link
 * org.onrecord.engine.StoreEdit}): an edit takes about 20 ms at a million quads. A small delta beside the columns would
 * cost less then, and something at every read.
 *
 * <p>Rejected alternatives, from trials with a million quads and the questions of the catalogue: {@code GraphMemRoaring}
 * with a second graph for each name (278 bytes a quad, against 77 here, and several times slower), TDB2 (slower than
 * memory), and reordering patterns by counts inside ARQ (one question became eight times slower).
 */
@NullMarked
package org.onrecord.engine;

import org.jspecify.annotations.NullMarked;
