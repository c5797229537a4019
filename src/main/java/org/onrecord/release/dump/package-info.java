// SPDX-License-Identifier: Apache-2.0
/**
 * Export and verification of releases.
 *
 * <p>Output is produced from sorted canonical lines, one file per graph, so that it is deterministic and needs bounded
 * memory. A blank node label is the canonical label (RDFC-1.0) with the graph name as prefix, {@code
 * _:shapesZactorZc14n0}, because labels are canonical only within a graph. Canonical labels of the whole dataset are
 * not used: a new blank node in one graph could rename those of all others. Turtle and TriG number the blank nodes of a
 * file.
 *
 * <p>Graphs are sorted, and dumps and views written and packed, at the same time on all cores ({@code Tasks}); so are
 * the dumps of a release verified. Memory for sorting is shared among them. The bytes of a file do not depend on it.
 *
 * <p>Gzip files are written by a Deflate in Java, which takes a fourth of the CPU time of an export. That of the JDK takes
 * half of its time (1.0 s instead of 1.9 s for 200 MB), but calls zlib, the one in the JDK or that of the system, in
 * several versions and variants whose output differs, while the files have checksums. A lower level was rejected: level
 * 3 saves a fifth to a third of the time for files that are a fifth larger.
 *
 * <p>A release is written to a temporary folder and then moved. It does not contain times or host names.
 *
 * <p>Verification recomputes everything. N-Quads are parsed, so that dumps of other stores, with another order and
 * other blank node labels, can be verified too.
 */
@NullMarked
package org.onrecord.release.dump;

import org.jspecify.annotations.NullMarked;
