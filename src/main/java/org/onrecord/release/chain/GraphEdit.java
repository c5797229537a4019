// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.chain;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Triple;

/**
 * The change of a named graph.
 *
 * @param graph its IRI
 * @param removed the removed triples
 * @param added the added triples
 */
public record GraphEdit(String graph, List<Triple> removed, List<Triple> added) {
    public GraphEdit {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** The graph after the change. One with blank nodes is replaced as a whole, because labels differ between servers. */
    public Graph apply(Graph before) {
        Graph after = GraphMemFactory.createDefaultGraphSameTerm();
        if (!isWhole()) {
            GraphUtil.addInto(after, before);
            removed.forEach(after::delete);
        }
        added.forEach(after::add);
        return after;
    }

    private boolean isWhole() {
        return Stream.concat(removed.stream(), added.stream())
                .anyMatch(triple ->
                        triple.getSubject().isBlank() || triple.getObject().isBlank());
    }
}
