// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.release.Release;
import org.onrecord.site.thing.Reading;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/**
 * Descriptions of things in one graph that nobody changes: what is said of a thing and its parts, what points at them,
 * and what all neighbours are called. Immutable.
 */
public final class Descriptions {
    private static final int MOST_POINTING = 500;

    private static final List<Node> NAMES =
            List.of(RDF.Nodes.type, SKOS.prefLabel.asNode(), RDFS.label.asNode(), SchemaDO.headline.asNode());
    private static final List<Node> OF_A_STATEMENT =
            List.of(Rec.SPEAKER, Rec.CONTENT, Rec.REPORTED_IN, Rec.STATED_ON, Rec.VIA, Rec.DEPTH, Rec.WITHIN, Rec.FORM);
    private static final List<Node> OF_AN_ARTICLE =
            List.of(SchemaDO.publisher.asNode(), SchemaDO.url.asNode(), Rec.LENGTH, Rec.DIGEST);

    private final Graph everything;
    private final Reading reading;
    private final int most;

    /**
     * Descriptions.
     *
     * @param everything the graph
     * @param most how many triples that point at the thing are taken, those of statements first
     */
    public Descriptions(Graph everything, int most) {
        this(everything, new Reading(everything), most);
    }

    private Descriptions(Graph everything, Reading reading, int most) {
        this.everything = everything;
        this.reading = reading;
        this.most = most;
    }

    /** The descriptions of a release, with up to 500 triples that point at the thing. */
    public static Descriptions of(Release release) {
        return release.index(
                Descriptions.class,
                indexed -> new Descriptions(indexed.everything(), Reading.of(indexed), MOST_POINTING));
    }

    /**
     * A description.
     *
     * @param graph its triples
     * @param whole whether nothing that points at the thing was left out
     */
    public record Description(Graph graph, boolean whole) {}

    /** The description of a thing; without triples if the graph does not know it. */
    public Description of(Node thing) {
        Set<Triple> found = new HashSet<>();
        List<Node> own = own(thing);
        own.forEach(node -> take(node, found));
        List<Triple> towards = own.stream()
                .flatMap(node -> everything.stream(Node.ANY, Node.ANY, node))
                .filter(triple -> !own.contains(triple.getSubject()))
                .sorted(Comparator.comparing((Triple triple) -> !isStatement(triple.getSubject()))
                        .thenComparing(triple -> triple.toString()))
                .toList();
        towards.stream().limit(most).forEach(triple -> pointing(triple, found));
        everything.stream(thing, Rec.REPORTED_IN, Node.ANY)
                .forEach(triple -> OF_AN_ARTICLE.forEach(property -> take(triple.getObject(), property, found)));
        name(found);
        Graph graph = GraphMemFactory.createDefaultGraph();
        found.forEach(graph::add);
        return new Description(graph, towards.size() <= most);
    }

    /** What some things say of themselves, with their parts and the names of their neighbours. */
    public Graph together(List<Node> things) {
        Set<Triple> found = new HashSet<>();
        things.stream().flatMap(thing -> own(thing).stream()).forEach(node -> take(node, found));
        name(found);
        Graph graph = GraphMemFactory.createDefaultGraph();
        found.forEach(graph::add);
        return graph;
    }

    /** The thing and its parts: the nodes whose IRIs are its own with a fragment. */
    private List<Node> own(Node thing) {
        List<Node> own = new ArrayList<>(List.of(thing));
        own.addAll(reading.parts(thing));
        return own;
    }

    /** Everything about a node, and about the blank nodes that belong to it. */
    private void take(Node node, Set<Triple> found) {
        everything.stream(node, Node.ANY, Node.ANY).toList().forEach(triple -> {
            if (found.add(triple) && triple.getObject().isBlank()) {
                take(triple.getObject(), found);
            }
        });
    }

    private void take(Node node, Node property, Set<Triple> found) {
        everything.stream(node, property, Node.ANY).forEach(found::add);
    }

    private void pointing(Triple triple, Set<Triple> found) {
        found.add(triple);
        if (isStatement(triple.getSubject())) {
            OF_A_STATEMENT.forEach(property -> take(triple.getSubject(), property, found));
        } else if (everything.contains(triple.getSubject(), RDF.Nodes.type, Rec.MENTION)) {
            take(triple.getSubject(), Rec.SURFACE, found);
        }
    }

    private boolean isStatement(Node node) {
        return everything.contains(node, RDF.Nodes.type, Rec.STATEMENT);
    }

    /** Names every node that is spoken of and not described. */
    private void name(Set<Triple> found) {
        Set<Node> neighbours = new HashSet<>();
        found.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .filter(node -> node.isURI() && node.getURI().startsWith(Namespace.BASE))
                .filter(node -> !node.getURI().startsWith(Namespace.TERMS))
                .forEach(neighbours::add);
        for (Node neighbour : neighbours) {
            for (Node property : NAMES) {
                everything.stream(neighbour, property, Node.ANY)
                        .filter(triple -> isEnglish(triple.getObject()))
                        .forEach(found::add);
            }
        }
    }

    private static boolean isEnglish(Node name) {
        return !name.isLiteral() || Set.of("", "en").contains(name.getLiteralLanguage());
    }

    /** Where the rest of a description can be read, as a triple of it. */
    public static Triple rest(Node thing, String address) {
        return Triple.create(thing, RDFS.seeAlso.asNode(), NodeFactory.createURI(address));
    }
}
