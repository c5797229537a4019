// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.onrecord.source.Place;

/**
 * A difference between the graph and an article's text.
 *
 * @param node the span, statement, mention or article
 * @param what the compared property, such as {@code digest} or {@code rec:quote}
 * @param expected the value in the graph
 * @param found the value in the text, at most 40 code points
 * @param place the place of the node in a file, if known
 */
public record Difference(Node node, String what, String expected, String found, Optional<Place> place) {}
