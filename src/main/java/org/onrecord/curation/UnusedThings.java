// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.onrecord.source.Place;
import org.onrecord.source.TurtleFile;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Rec;

/**
 * The entities, claims and topics of a home that nothing uses any more. Those that only use each other are among them.
 *
 * @param places each thing and the place of its description
 */
public record UnusedThings(Map<Node, Place> places) {
    /** Properties whose value is not in use only because of them. */
    private static final Set<Node> NO_USE = Set.of(
            RDF.Nodes.type,
            SKOS.hasTopConcept.asNode(),
            SKOS.exactMatch.asNode(),
            VOID.exampleResource.asNode(),
            Rec.CONTRADICTS);

    /** Kinds of things that stand for themselves. */
    private static final Set<String> KEPT_KINDS = Set.of("article", "narrator", "statement");

    public UnusedThings {
        places = Map.copyOf(places);
    }

    /**
     * The things that are unused without a graph that was removed from an edit.
     *
     * @param edit the home, without the graph
     * @param removed the graph
     */
    static UnusedThings of(HomeEdit edit, Graph removed) {
        BaseIri base = edit.base();
        List<TurtleFile> files = edit.files();
        Map<Node, Set<Node>> users = users(files, base);
        Set<Node> unused = reachable(removed, files, base);
        boolean changed = true;
        while (changed) {
            changed = unused.removeIf(thing -> users.getOrDefault(thing, Set.of()).stream()
                    .anyMatch(user -> !user.equals(thing) && !unused.contains(user)));
        }
        return new UnusedThings(
                unused.stream().collect(Collectors.toMap(thing -> thing, thing -> place(files, thing))));
    }

    /** The lines {@code file:line:column: id/kind/slug}, sorted by place. */
    public List<String> lines(HomeEdit edit) {
        TreeMap<Place, Node> sorted = new TreeMap<>();
        places.forEach((thing, place) -> sorted.put(place, thing));
        return sorted.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + edit.layout().shorten(entry.getValue()))
                .toList();
    }

    /** Removes the things, their parts, and all references to them within an edit. */
    public List<String> prune(HomeEdit edit) {
        BaseIri base = edit.base();
        return ArticleWithdrawal.remove(
                edit,
                edit.files().stream()
                        .flatMap(file -> file.graph().stream())
                        .filter(triple -> places.containsKey(owner(triple.getSubject(), base))
                                || places.containsKey(owner(triple.getObject(), base)))
                        .toList());
    }

    /** The things that refer to a thing or a part of it. */
    private static Map<Node, Set<Node>> users(List<TurtleFile> files, BaseIri base) {
        Map<Node, Set<Node>> users = new HashMap<>();
        files.stream()
                .flatMap(file -> file.graph().stream())
                .filter(triple -> !NO_USE.contains(triple.getPredicate()))
                .filter(triple -> triple.getObject().isURI())
                .forEach(triple -> users.computeIfAbsent(owner(triple.getObject(), base), user -> new HashSet<>())
                        .add(owner(triple.getSubject(), base)));
        return users;
    }

    /** The things of the files that a graph refers to, directly or through others. */
    private static Set<Node> reachable(Graph start, List<TurtleFile> files, BaseIri base) {
        Map<Node, Set<Node>> uses = new HashMap<>();
        files.stream()
                .flatMap(file -> file.graph().stream())
                .forEach(triple -> uses.computeIfAbsent(owner(triple.getSubject(), base), thing -> new HashSet<>())
                        .add(owner(triple.getObject(), base)));
        Set<Node> found = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(objects(start, base));
        while (!open.isEmpty()) {
            Node thing = open.pop();
            boolean described = uses.containsKey(thing) && base.isThing(thing) && !isKept(thing, files, base);
            if (described && found.add(thing)) {
                open.addAll(uses.getOrDefault(thing, Set.of()));
            }
        }
        return found;
    }

    private static boolean isKept(Node thing, List<TurtleFile> files, BaseIri base) {
        return KEPT_KINDS.contains(base.kind(thing.getURI()))
                || files.stream()
                        .anyMatch(file -> file.graph().contains(thing, RDF.Nodes.type, SKOS.ConceptScheme.asNode()));
    }

    private static Collection<Node> objects(Graph graph, BaseIri base) {
        return graph.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .map(node -> owner(node, base))
                .collect(Collectors.toSet());
    }

    /** The thing that a node is or is a part of. */
    private static Node owner(Node node, BaseIri base) {
        if (!node.isURI()
                || node.getURI().indexOf('#') < 0
                || base.slug(node.getURI()).isEmpty()) {
            return node;
        }
        return NodeFactory.createURI(node.getURI().substring(0, node.getURI().indexOf('#')));
    }

    private static Place place(List<TurtleFile> files, Node thing) {
        return files.stream()
                .filter(file -> file.graph().contains(thing, RDF.Nodes.type, Node.ANY))
                .flatMap(file -> file.position(thing).map(at -> Place.at(file.name(), at)).stream())
                .findFirst()
                .orElse(Place.in("(no file)"));
    }
}
