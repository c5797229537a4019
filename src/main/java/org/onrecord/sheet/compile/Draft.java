// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.compile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.onrecord.sheet.coding.Coding;
import org.onrecord.sheet.coding.Mention;
import org.onrecord.sheet.coding.Part;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;
import org.onrecord.source.Position;
import org.onrecord.source.TermOrder;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Rec;

/** The coding of an article while its sheet is compiled. Used by one thread. */
final class Draft {
    private final Problems problems;
    private final CodedText text;
    private final BaseIri base;
    private final Article source;
    private final Graph facts = GraphMemFactory.createDefaultGraphSameTerm();
    private final Map<Node, Fields> statements = new LinkedHashMap<>();
    private final NavigableMap<Node, Map<Part, List<Stretch>>> spans = new TreeMap<>(TermOrder.TERMS);
    private final List<Mention> mentions = new ArrayList<>();
    private final Map<List<Node>, Position> positions = new HashMap<>();

    /**
     * The article of a sheet.
     *
     * @param highest the highest number that it ever gave to a statement, 0 if none
     */
    record Article(String slug, int highest) {}

    /**
     * Begins a coding.
     *
     */
    Draft(Article source, CodedText text, BaseIri base, Problems problems) {
        this.source = source;
        this.text = text;
        this.base = base;
        this.problems = problems;
    }

    /** The highest number given before. */
    int highest() {
        return source.highest();
    }

    Problems problems() {
        return problems;
    }

    CodedText text() {
        return text;
    }

    Node article() {
        return NodeFactory.createURI(base.thing("article/" + source.slug()));
    }

    Node narrator() {
        return NodeFactory.createURI(base.thing("narrator/" + source.slug()));
    }

    /** The named graph of the article's file, if it lies in {@code data/articles}. */
    Node graph() {
        return NodeFactory.createURI(base.graph("articles-" + source.slug()));
    }

    /** The statement of a number. */
    Node statement(int number) {
        return statement("%s-%02d".formatted(source.slug(), number));
    }

    /** The statement of an article and a number, {@code b-40}. */
    Node statement(String id) {
        return NodeFactory.createURI(base.thing("statement/" + id));
    }

    /** The triples so far. */
    Graph facts() {
        return facts;
    }

    /** Adds a triple, and where the sheet says it. */
    void add(Node subject, Node property, Node object) {
        facts.add(subject, property, object);
    }

    /** Says where a property of a node stands in the sheet. */
    void place(Node node, Node property, Position position) {
        positions.put(List.of(node, property), position);
    }

    /** Says where a node stands in the sheet. */
    void place(Node node, Position position) {
        positions.putIfAbsent(List.of(node), position);
    }

    /** Where nodes, and properties of nodes, stand in the sheet. */
    Map<List<Node>, Position> positions() {
        return positions;
    }

    /** The statements in the order of the sheet, with their keys. */
    Map<Node, Fields> statements() {
        return statements;
    }

    /** The statement in which another is nested. */
    Optional<Node> parent(Node statement) {
        return values(statement, Rec.WITHIN).stream().findFirst();
    }

    /** The depth of a statement. */
    int depth(Node statement) {
        return values(statement, Rec.DEPTH).stream()
                .map(depth -> Integer.parseInt(depth.getLiteralLexicalForm()))
                .findFirst()
                .orElse(0);
    }

    /** The values of a property. */
    List<Node> values(Node subject, Node property) {
        return G.listSP(facts, subject, property).stream()
                .sorted(TermOrder.TERMS)
                .toList();
    }

    /** Removes the values of a property. */
    void remove(Node subject, Node property) {
        values(subject, property).forEach(value -> facts.delete(Triple.create(subject, property, value)));
    }

    /** Adds a sentence at the end of the note of a statement. */
    void appendNote(Node statement, String sentence) {
        if (!sentence.isEmpty()) {
            String whole = values(statement, Rec.CODING_NOTE).stream()
                    .map(note -> note.getLiteralLexicalForm() + " " + sentence)
                    .findFirst()
                    .orElse(sentence);
            remove(statement, Rec.CODING_NOTE);
            add(statement, Rec.CODING_NOTE, NodeFactory.createLiteralLang(whole, "en"));
        }
    }

    /** Sets the spans of a part of a statement, in text order. */
    void span(Node statement, Part part, List<Stretch> stretches) {
        if (!stretches.isEmpty()) {
            spans.computeIfAbsent(statement, key -> new EnumMap<>(Part.class))
                    .put(part, stretches.stream().sorted().toList());
        }
    }

    /** The spans of a part of a statement. */
    List<Stretch> spans(Node statement, Part part) {
        return spans.getOrDefault(statement, Map.of()).getOrDefault(part, List.of());
    }

    /** The one span of a part. */
    Optional<Stretch> span(Node statement, Part part) {
        return spans(statement, part).stream().findFirst();
    }

    /** The mentions, without statements and voice as long as these are not known. */
    List<Mention> mentions() {
        return mentions;
    }

    /** The coding with what is known. */
    Coding coding() {
        statements.keySet().forEach(statement -> spans.computeIfAbsent(statement, key -> new EnumMap<>(Part.class)));
        return new Coding(article(), facts, spans, mentions);
    }
}
