// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.coding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.Rec;

/** Reads the graph of an article as a coding. */
public final class CodingReader {
    private final Graph graph;
    private final CodedText text;
    private final Set<Node> parts = new HashSet<>();
    private final Set<Triple> links = new HashSet<>();

    private CodingReader(Graph graph, CodedText text) {
        this.graph = graph;
        this.text = text;
    }

    /**
     * Reads the graph of an article.
     *
     * @param text its text; every span of the graph must be a range of it
     */
    public static Coding coding(Graph graph, Node article, CodedText text) {
        return new CodingReader(graph, text).read(article);
    }

    private Coding read(Node article) {
        NavigableMap<Node, Map<Part, List<Stretch>>> spans = new TreeMap<>(TermOrder.TERMS);
        for (Node statement : ofType(Rec.STATEMENT)) {
            spans.put(statement, spans(statement));
        }
        List<Mention> mentions = ofType(Rec.MENTION).stream()
                .flatMap(node -> mention(node).stream())
                .toList();
        Graph facts = GraphMemFactory.createDefaultGraphSameTerm();
        graph.stream()
                .filter(triple -> !parts.contains(triple.getSubject()) && !links.contains(triple))
                .forEach(facts::add);
        return new Coding(article, facts, spans, mentions);
    }

    private Map<Part, List<Stretch>> spans(Node statement) {
        Map<Part, List<Stretch>> spans = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            List<Stretch> places = new ArrayList<>();
            for (Triple link :
                    G.find(graph, statement, part.property(), Node.ANY).toList()) {
                stretch(link.getObject()).ifPresent(stretch -> {
                    places.add(stretch);
                    links.add(link);
                    if (part == Part.QUOTE) {
                        links.add(Triple.create(
                                statement, Rec.QUOTE, NodeFactory.createLiteralLang(text.words(stretch), "en")));
                    }
                });
            }
            if (!places.isEmpty()) {
                spans.put(part, places.stream().sorted().toList());
            }
        }
        return spans;
    }

    private Optional<Mention> mention(Node node) {
        Optional<Node> target = object(node, OA.hasTarget.asNode());
        Optional<Node> body = object(node, OA.hasBody.asNode());
        Optional<Stretch> place = target.flatMap(this::stretch);
        if (place.isEmpty() || body.isEmpty()) {
            return Optional.empty();
        }
        parts.add(node);
        TreeSet<Node> in = new TreeSet<>(TermOrder.TERMS);
        in.addAll(G.listSP(graph, node, Rec.IN_STATEMENT));
        boolean loaded = graph.contains(node, Rec.WORDING, CodingWriter.LOADED);
        return Optional.of(new Mention(
                place.get(), body.get(), loaded, object(node, Rec.VOICE), in, object(node, Rec.CODING_NOTE)));
    }

    /** The place of a span, whose nodes are then no facts. */
    private Optional<Stretch> stretch(Node span) {
        for (Node selector : G.listSP(graph, span, OA.hasSelector.asNode())) {
            Optional<Integer> start = number(selector, OA.start.asNode());
            Optional<Integer> end = number(selector, OA.end.asNode());
            if (start.isPresent() && end.isPresent() && text.text().holds(start.get(), end.get())) {
                parts.add(span);
                parts.addAll(G.listSP(graph, span, OA.hasSelector.asNode()));
                return Optional.of(new Stretch(start.get(), end.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> number(Node node, Node property) {
        return object(node, property)
                .map(value -> value.getLiteralValue())
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).intValue());
    }

    private Optional<Node> object(Node node, Node property) {
        return graph.stream(node, property, Node.ANY).map(Triple::getObject).min(TermOrder.TERMS);
    }

    private List<Node> ofType(Node type) {
        return graph.stream(Node.ANY, RDF.Nodes.type, type)
                .map(Triple::getSubject)
                .toList();
    }
}
