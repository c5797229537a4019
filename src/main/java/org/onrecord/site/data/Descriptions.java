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
import org.onrecord.site.thing.GraphReader;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/**
 * Bounded descriptions of things: the triples of a thing and its parts, incoming triples, and the names of all
 * neighbours. Immutable. The graph must not change.
 */
public final class Descriptions {
    private static final int MAX_INCOMING = 500;

    private static final List<Node> NAMES =
            List.of(RDF.Nodes.type, SKOS.prefLabel.asNode(), RDFS.label.asNode(), SchemaDO.headline.asNode());
    private static final List<Node> STATEMENT_PROPERTIES =
            List.of(Rec.SPEAKER, Rec.CONTENT, Rec.REPORTED_IN, Rec.STATED_ON, Rec.VIA, Rec.DEPTH, Rec.WITHIN, Rec.FORM);
    private static final List<Node> ARTICLE_PROPERTIES =
            List.of(SchemaDO.publisher.asNode(), SchemaDO.url.asNode(), Rec.LENGTH, Rec.DIGEST);

    private final Graph everything;
    private final GraphReader reading;
    private final int maxIncoming;

    /**
     * Creates descriptions.
     *
     * @param everything the graph
     * @param maxIncoming maximum number of incoming triples; those of statements come first
     */
    public Descriptions(Graph everything, int maxIncoming) {
        this(everything, new GraphReader(everything), maxIncoming);
    }

    private Descriptions(Graph everything, GraphReader reading, int maxIncoming) {
        this.everything = everything;
        this.reading = reading;
        this.maxIncoming = maxIncoming;
    }

    /** The descriptions of a release, with up to 500 incoming triples. */
    public static Descriptions of(Release release) {
        return release.index(
                Descriptions.class,
                indexed -> new Descriptions(indexed.everything(), GraphReader.of(indexed), MAX_INCOMING));
    }

    /** The base of the home's IRIs. */
    BaseIri base() {
        return reading.base();
    }

    /**
     * A description.
     *
     * @param graph the triples
     * @param whole whether all incoming triples are included
     */
    public record Description(Graph graph, boolean whole) {}

    /** The description of a thing; empty if the graph has no triples about it. */
    public Description of(Node thing) {
        Set<Triple> triples = new HashSet<>();
        List<Node> nodes = thingAndParts(thing);
        nodes.forEach(node -> add(node, triples));
        List<Triple> incoming = nodes.stream()
                .flatMap(node -> everything.stream(Node.ANY, Node.ANY, node))
                .filter(triple -> !nodes.contains(triple.getSubject()))
                .sorted(Comparator.comparing((Triple triple) -> !isStatement(triple.getSubject()))
                        .thenComparing(triple -> triple.toString()))
                .toList();
        incoming.stream().limit(maxIncoming).forEach(triple -> addIncoming(triple, triples));
        everything.stream(thing, Rec.REPORTED_IN, Node.ANY)
                .forEach(triple -> ARTICLE_PROPERTIES.forEach(property -> add(triple.getObject(), property, triples)));
        addNames(triples);
        Graph graph = GraphMemFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return new Description(graph, incoming.size() <= maxIncoming);
    }

    /** The triples of several things and their parts, with the names of their neighbours. */
    public Graph together(List<Node> things) {
        Set<Triple> triples = new HashSet<>();
        things.stream().flatMap(thing -> thingAndParts(thing).stream()).forEach(node -> add(node, triples));
        addNames(triples);
        Graph graph = GraphMemFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }

    /** The thing and its parts: nodes with the IRI of the thing and a fragment. */
    private List<Node> thingAndParts(Node thing) {
        List<Node> nodes = new ArrayList<>(List.of(thing));
        nodes.addAll(reading.parts(thing));
        return nodes;
    }

    /** Adds the triples of a node and, recursively, of its blank nodes. */
    private void add(Node node, Set<Triple> triples) {
        everything.stream(node, Node.ANY, Node.ANY).toList().forEach(triple -> {
            if (triples.add(triple) && triple.getObject().isBlank()) {
                add(triple.getObject(), triples);
            }
        });
    }

    private void add(Node node, Node property, Set<Triple> triples) {
        everything.stream(node, property, Node.ANY).forEach(triples::add);
    }

    private void addIncoming(Triple triple, Set<Triple> triples) {
        triples.add(triple);
        if (isStatement(triple.getSubject())) {
            STATEMENT_PROPERTIES.forEach(property -> add(triple.getSubject(), property, triples));
        } else if (everything.contains(triple.getSubject(), RDF.Nodes.type, Rec.MENTION)) {
            add(triple.getSubject(), Rec.SURFACE, triples);
        }
    }

    private boolean isStatement(Node node) {
        return everything.contains(node, RDF.Nodes.type, Rec.STATEMENT);
    }

    /** Adds the names of all nodes in the description. */
    private void addNames(Set<Triple> triples) {
        Set<Node> neighbours = new HashSet<>();
        triples.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .filter(node -> node.isURI() && base().below(node.getURI()).isPresent())
                .filter(node -> !node.getURI().startsWith(Namespace.TERMS))
                .forEach(neighbours::add);
        for (Node neighbour : neighbours) {
            for (Node property : NAMES) {
                everything.stream(neighbour, property, Node.ANY)
                        .filter(triple -> isEnglish(triple.getObject()))
                        .forEach(triples::add);
            }
        }
    }

    private static boolean isEnglish(Node name) {
        return !name.isLiteral() || Set.of("", "en").contains(name.getLiteralLanguage());
    }

    /** An {@code rdfs:seeAlso} triple with the address of the complete description. */
    public static Triple seeAlso(Node thing, String address) {
        return Triple.create(thing, RDFS.seeAlso.asNode(), NodeFactory.createURI(address));
    }
}
