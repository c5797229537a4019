// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A Turtle file that was read: its graph, and where in the file each triple stands. Not to be changed after reading.
 *
 * @param name the file's name as shown to people
 * @param graph the triples
 * @param triples for each triple the place of its object
 * @param subjects for each subject the place where it is first described
 */
public record TurtleFile(String name, Graph graph, Map<Triple, Position> triples, Map<Node, Position> subjects) {
    public TurtleFile {
        triples = Map.copyOf(triples);
        subjects = Map.copyOf(subjects);
    }

    /** Where a triple of this file stands; empty if the file does not hold it. */
    public Optional<Position> position(Triple triple) {
        return Optional.ofNullable(triples.get(triple));
    }

    /** Where a node is first described in this file; empty if the file says nothing of it. */
    public Optional<Position> position(Node subject) {
        return Optional.ofNullable(subjects.get(subject));
    }
}
