// SPDX-License-Identifier: Apache-2.0
/**
 * The files of a home, and Turtle: bytes to graph and graph to bytes.
 *
 * <p>Files on disk and the bundled copy are both read through {@link java.nio.file.Path}: the copy is a folder of
 * {@code target/classes} or a zip file system over the jar. Messages name a file by its path relative to the home, such
 * as {@code data/articles/a.ttl}.
 *
 * <p>Reading is strict: warnings of RIOT (an invalid date, an IRI with a space) are errors. RIOT does not keep the
 * position of a triple; this package records file, line and column, so that a finding about the merged graph can name
 * them.
 *
 * <p>Jena's pretty writer has no fixed order; {@link org.onrecord.source.TurtleWriter} is deterministic, so that a
 * difference between two versions of a file is a difference between two graphs.
 */
@NullMarked
package org.onrecord.source;

import org.jspecify.annotations.NullMarked;
