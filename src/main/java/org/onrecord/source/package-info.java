// SPDX-License-Identifier: Apache-2.0
/**
 * The files of a home, and Turtle: bytes to graph and graph to bytes.
 *
 * <p>The files on disk and the copy in the jar are both seen through {@link java.nio.file.Path}: the copy is a folder of
 * {@code target/classes} or a zip file system over the jar. A file is known by its name below the home, such as
 * {@code data/articles/a.ttl}, so messages are the same for both.
 *
 * <p>Reading is strict: what RIOT warns of (an invalid date, an IRI with a space) is refused, because a graph that people
 * cite must not hold it. RIOT reports line and column but not the file, and forgets the place of a triple once it is read;
 * both are kept, so that a finding about the merged graph can name a line of a file.
 *
 * <p>Jena's pretty writer has no fixed order; {@link org.onrecord.source.TurtleWriter} prints the same graph as the same
 * bytes every time, so a difference between two versions of a file is a difference between two graphs.
 */
@NullMarked
package org.onrecord.source;

import org.jspecify.annotations.NullMarked;
