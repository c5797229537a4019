// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.onrecord.search.Hit.MatchedField;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Rec;

/** Extracts the texts to index from a graph. For one thread, and for so long as the graph does not change. */
final class Texts {
    static final List<Node> NAMES = List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), SKOS.hiddenLabel.asNode());
    static final List<Node> RELATED = List.of(Rec.SPEAKER, Rec.VIA, Rec.ABOUT);

    private static final List<Node> LABELS =
            List.of(RDFS.Nodes.label, SKOS.prefLabel.asNode(), SchemaDO.headline.asNode());

    private static final Map<Node, MatchedField> FIELDS = Map.of(
            SKOS.prefLabel.asNode(),
            MatchedField.NAME,
            SKOS.altLabel.asNode(),
            MatchedField.NAME,
            SKOS.hiddenLabel.asNode(),
            MatchedField.NAME,
            SchemaDO.headline.asNode(),
            MatchedField.HEADLINE,
            Rec.CONTENT,
            MatchedField.CONTENT,
            Rec.QUOTE,
            MatchedField.QUOTATION);

    private final Graph graph;
    private final Function<String, String> printed;
    private final BaseIri base;
    private final Map<Node, Set<String>> named = new HashMap<>();
    private final Map<Node, Long> weights = new HashMap<>();

    /**
     * Texts of a graph.
     *
     * @param printed the words of an article that state the content of a statement, by its IRI; empty if not at hand
     */
    Texts(Graph graph, Function<String, String> printed) {
        this.graph = graph;
        this.printed = printed;
        this.base = BaseIri.of(graph);
    }

    /** All entries. */
    Stream<Entry> entries() {
        return Stream.concat(properties(Node.ANY), mentionsOf(Node.ANY).map(this::mention));
    }

    /** The entries of the properties of a thing. */
    Stream<Entry> properties(Node thing) {
        return FIELDS.keySet().stream()
                .flatMap(property -> graph.stream(thing, property, Node.ANY))
                .flatMap(this::property);
    }

    private Stream<Entry> property(Triple triple) {
        MatchedField field = FIELDS.getOrDefault(triple.getPredicate(), MatchedField.NAME);
        return base.isThing(triple.getSubject()) && triple.getObject().isLiteral()
                ? Stream.of(entry(triple, field))
                : Stream.empty();
    }

    /** What articles call a thing other than a claim: the thing, {@code rec:surface} and the words, each once. */
    Stream<Triple> mentionsOf(Node thing) {
        return mentions(graph.stream(Node.ANY, OA.hasBody.asNode(), thing));
    }

    /** What a mention calls things. */
    Stream<Triple> mentionsBy(Node mention) {
        return mentions(graph.stream(mention, OA.hasBody.asNode(), Node.ANY));
    }

    private Stream<Triple> mentions(Stream<Triple> bodies) {
        return bodies.filter(triple -> base.isThing(triple.getObject())
                        && !base.kind(triple.getObject().getURI()).equals("claim"))
                .flatMap(triple -> objects(triple.getSubject(), Rec.SURFACE)
                        .filter(Node::isLiteral)
                        .map(surface -> Triple.create(triple.getObject(), Rec.SURFACE, surface)))
                .distinct();
    }

    /** Whether an article calls a thing so. */
    boolean isMentioned(Triple called) {
        return graph.stream(Node.ANY, Rec.SURFACE, called.getObject())
                .anyMatch(mention -> graph.contains(mention.getSubject(), OA.hasBody.asNode(), called.getSubject()));
    }

    /** The entry of what articles call a thing. */
    Entry mention(Triple called) {
        return entry(called, MatchedField.MENTION);
    }

    /** Whether a node is a thing. */
    boolean isThing(Node node) {
        return base.isThing(node);
    }

    /** The English label of a thing; the end of its IRI if it has none. */
    String label(String iri) {
        Node thing = NodeFactory.createURI(iri);
        return LABELS.stream()
                .flatMap(property -> objects(thing, property))
                .filter(label -> label.isLiteral() && label.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElseGet(() -> base.slug(iri).orElse(iri));
    }

    /** The kind of a thing: the first part of its IRI after the namespace. */
    String kind(String iri) {
        return base.kind(iri);
    }

    private Entry entry(Triple triple, MatchedField field) {
        Node thing = triple.getSubject();
        String text = triple.getObject().getLiteralLexicalForm();
        boolean claim = kind(thing.getURI()).equals("claim");
        boolean hidden = triple.getPredicate().equals(SKOS.hiddenLabel.asNode());
        return new Entry(
                thing.getURI(),
                claim ? MatchedField.CLAIM : field,
                text,
                Spelling.words(text),
                related(thing),
                field == MatchedField.CONTENT ? stems(thing) : Set.of(),
                hidden ? Entry.HIDDEN : weight(thing));
    }

    /** The number of triples with a thing as object. */
    long weight(Node thing) {
        return weights.computeIfAbsent(
                thing, key -> graph.stream(Node.ANY, Node.ANY, key).count());
    }

    /** The words of the names of the thing's speaker, reporter and subjects. */
    private Set<String> related(Node thing) {
        return RELATED.stream()
                .flatMap(property -> objects(thing, property))
                .flatMap(other -> named.computeIfAbsent(other, this::words).stream())
                .collect(toSet());
    }

    /** The spellings of the words of the names of a thing. */
    private Set<String> words(Node thing) {
        return !base.isThing(thing)
                ? Set.of()
                : NAMES.stream()
                        .flatMap(property -> objects(thing, property))
                        .filter(Node::isLiteral)
                        .flatMap(name -> Spelling.words(name.getLiteralLexicalForm()).stream())
                        .flatMap(word -> word.spellings().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The stems of the names of a statement's speech acts, and of the article's words for its content. */
    private Set<String> stems(Node statement) {
        Stream<String> acts = objects(statement, Rec.SPEECH_ACT)
                .flatMap(act -> objects(act, SKOS.prefLabel.asNode()))
                .filter(label -> label.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm);
        return Stream.concat(acts, Stream.of(printed.apply(statement.getURI())))
                .flatMap(text -> Spelling.words(text).stream())
                .map(Word::stem)
                .collect(toSet());
    }

    private Stream<Node> objects(Node thing, Node property) {
        return graph.stream(thing, property, Node.ANY).map(Triple::getObject);
    }
}
