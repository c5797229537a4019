// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.onrecord.source.Place;

/**
 * Something that the graph says of an article's text and that is not so.
 *
 * @param node the span, statement, mention or article that says it
 * @param what what was compared, such as {@code digest} or {@code rec:quote}
 * @param expected what the graph says
 * @param found what the text has: at most 40 code points of it
 * @param place where the graph says so; empty if the graph was not read from files
 */
public record Difference(Node node, String what, String expected, String found, Optional<Place> place) {}
