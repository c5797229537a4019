// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.engine.Change;
import org.onrecord.release.Release;

/**
 * The parts of things: nodes with the IRI of a thing and a fragment. Immutable.
 *
 * @param byWhole the parts by the IRI of the thing, in no order
 */
record Parts(Map<String, List<Node>> byWhole) {
    /** The parts in a graph. */
    static Parts of(Graph graph) {
        return new Parts(graph.stream(Node.ANY, RDF.Nodes.type, Node.ANY)
                .map(Triple::getSubject)
                .filter(Parts::isPart)
                .distinct()
                .collect(Collectors.groupingBy(Parts::whole)));
    }

    /** The parts in a release. */
    static Parts of(Release release) {
        return release.index(
                Parts.class,
                indexed -> of(indexed.everything()),
                (before, change) -> Optional.of(before.after(change)));
    }

    private Parts after(Change change) {
        Map<String, List<Node>> next = new HashMap<>(byWhole);
        Map<String, Set<Node>> changed = change.triples()
                .map(Triple::getSubject)
                .filter(Parts::isPart)
                .collect(Collectors.groupingBy(Parts::whole, Collectors.toSet()));
        changed.forEach((whole, some) -> next.put(
                whole,
                Stream.concat(next.getOrDefault(whole, List.of()).stream(), some.stream())
                        .distinct()
                        .filter(part -> change.after().contains(part, RDF.Nodes.type, Node.ANY))
                        .toList()));
        return new Parts(next);
    }

    /** The parts of a thing. */
    List<Node> of(Node thing) {
        return byWhole.getOrDefault(thing.getURI(), List.of());
    }

    private static boolean isPart(Node node) {
        return node.isURI() && node.getURI().indexOf('#') > 0;
    }

    private static String whole(Node part) {
        return part.getURI().substring(0, part.getURI().indexOf('#'));
    }
}
