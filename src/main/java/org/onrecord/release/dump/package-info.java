// SPDX-License-Identifier: Apache-2.0
/**
 * A release as files that other programs load and anyone can verify.
 *
 * <p>Everything is made from sorted canonical lines, one file of them for each graph, so the same release is the same bytes
 * on every machine, and memory does not grow with it. A blank node is named by its canonical label (RDFC-1.0) behind the
 * name of its graph, {@code _:shapesZactorZc14n0}: labels are canonical within a graph, and one file holds many graphs.
 * Canonical labels of the whole dataset were refused: one blank node more in one graph would rename those of all others.
 *
 * <p>A release is written beside its folder and moved there as a whole. Nothing in it tells when or where it was written.
 *
 * <p>Verification computes everything again before it trusts it. Graphs are read from N-Quads by a parser and not as lines,
 * so the dump of another store, in its own order and with its own blank node labels, can be verified too.
 */
@NullMarked
package org.onrecord.release.dump;

import org.jspecify.annotations.NullMarked;
