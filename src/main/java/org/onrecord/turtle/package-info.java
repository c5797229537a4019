// SPDX-License-Identifier: Apache-2.0
/**
 * Bytes to graph and graph to bytes, in Turtle.
 *
 * <p>Reading is strict: what RIOT warns of (a date that is no date, an IRI with a space) is refused here, because a
 * graph that people cite must not hold it. RIOT reports line and column but not the file, and forgets the place of a
 * triple once it is read; both are kept, so that a finding about the merged graph can still name a line of a file.
 *
 * <p>Jena's pretty writer does not keep one order; {@link org.onrecord.turtle.TurtleWriter} prints the same graph as the
 * same bytes every time, so that a difference between two versions of a file is a difference between two graphs.
 */
@NullMarked
package org.onrecord.turtle;

import org.jspecify.annotations.NullMarked;
