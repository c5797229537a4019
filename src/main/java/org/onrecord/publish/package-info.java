// SPDX-License-Identifier: Apache-2.0
/**
 * A release as files that other programs load and anyone can prove.
 *
 * <p>Everything is made from sorted canonical lines, one file of them a graph, so that the same release is the same bytes
 * on every machine, and memory does not grow with it. A blank node is called by its canonical label (RDFC-1.0) behind the
 * name of its graph, {@code _:shapesZactorZc14n0}: labels are canonical within a graph, and one file holds many graphs.
 * Canonical labels of the whole dataset were refused: one blank node more in one graph would rename those of all others.
 *
 * <p>A release is written beside its place and moved there whole. Nothing in it tells when or where it was written.
 */
@NullMarked
package org.onrecord.publish;

import org.jspecify.annotations.NullMarked;
