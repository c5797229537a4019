// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A parsed Turtle file: its graph and the position of each triple. The graph must not be modified.
 *
 * @param name the file name for messages
 * @param graph the triples
 * @param triples the position of each triple's object
 * @param subjects the position of each subject's first triple
 */
public record TurtleFile(String name, Graph graph, Map<Triple, Position> triples, Map<Node, Position> subjects) {
    public TurtleFile {
        triples = Map.copyOf(triples);
        subjects = Map.copyOf(subjects);
    }

    /** The position of a triple, or empty. */
    public Optional<Position> position(Triple triple) {
        return Optional.ofNullable(triples.get(triple));
    }

    /** The position of the first triple about a node, or empty. */
    public Optional<Position> position(Node subject) {
        return Optional.ofNullable(subjects.get(subject));
    }
}
