// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import static java.util.stream.Collectors.toSet;

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

/** Extracts the texts to index from a graph. */
final class Texts {
    private static final List<Node> NAMES =
            List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), SKOS.hiddenLabel.asNode());
    private static final List<Node> LABELS =
            List.of(RDFS.Nodes.label, SKOS.prefLabel.asNode(), SchemaDO.headline.asNode());
    private static final List<Node> RELATED = List.of(Rec.SPEAKER, Rec.VIA, Rec.ABOUT);

    private final Graph graph;
    private final Function<String, String> printed;
    private final BaseIri base;
    private final Map<Node, Set<String>> named;

    /**
     * Texts of a graph.
     *
     * @param printed the words of an article that state the content of a statement, by its IRI; empty if not at hand
     */
    Texts(Graph graph, Function<String, String> printed) {
        this.graph = graph;
        this.printed = printed;
        this.base = BaseIri.of(graph);
        this.named = NAMES.stream()
                .flatMap(property -> graph.stream(Node.ANY, property, Node.ANY))
                .filter(triple ->
                        base.isThing(triple.getSubject()) && triple.getObject().isLiteral())
                .collect(Collectors.groupingBy(Triple::getSubject, Collectors.flatMapping(Texts::words, toSet())));
    }

    /** All entries, in the order of hits with equal score. */
    List<Entry> entries() {
        Stream<Entry> names = NAMES.stream().flatMap(property -> entries(property, MatchedField.NAME));
        return Stream.of(
                        names,
                        mentions(),
                        entries(SchemaDO.headline.asNode(), MatchedField.HEADLINE),
                        entries(Rec.CONTENT, MatchedField.CONTENT),
                        entries(Rec.QUOTE, MatchedField.QUOTATION))
                .flatMap(all -> all)
                .sorted(Entry.ORDER)
                .toList();
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

    private Stream<Entry> entries(Node property, MatchedField field) {
        return graph.stream(Node.ANY, property, Node.ANY)
                .filter(triple ->
                        base.isThing(triple.getSubject()) && triple.getObject().isLiteral())
                .map(triple -> entry(triple, field));
    }

    /** What articles call things other than claims, once each. */
    private Stream<Entry> mentions() {
        return graph.stream(Node.ANY, OA.hasBody.asNode(), Node.ANY)
                .filter(triple -> base.isThing(triple.getObject())
                        && !kind(triple.getObject().getURI()).equals("claim"))
                .flatMap(triple -> objects(triple.getSubject(), Rec.SURFACE)
                        .map(surface -> Triple.create(triple.getObject(), Rec.SURFACE, surface)))
                .distinct()
                .map(triple -> entry(triple, MatchedField.MENTION));
    }

    private Entry entry(Triple triple, MatchedField field) {
        Node thing = triple.getSubject();
        String text = triple.getObject().getLiteralLexicalForm();
        boolean claim = kind(thing.getURI()).equals("claim");
        return new Entry(
                thing.getURI(),
                claim ? MatchedField.CLAIM : field,
                text,
                Spelling.words(text),
                related(thing),
                field == MatchedField.CONTENT ? stems(thing) : Set.of(),
                triple.getPredicate().equals(SKOS.hiddenLabel.asNode())
                        ? 0
                        : graph.stream(Node.ANY, Node.ANY, thing).count());
    }

    /** The words of the names of the thing's speaker, reporter and subjects. */
    private Set<String> related(Node thing) {
        return RELATED.stream()
                .flatMap(property -> objects(thing, property))
                .flatMap(other -> named.getOrDefault(other, Set.of()).stream())
                .collect(toSet());
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

    private static Stream<String> words(Triple name) {
        return Spelling.words(name.getObject().getLiteralLexicalForm()).stream()
                .flatMap(word -> word.spellings().stream());
    }

    private Stream<Node> objects(Node thing, Node property) {
        return graph.stream(thing, property, Node.ANY).map(Triple::getObject);
    }
}
