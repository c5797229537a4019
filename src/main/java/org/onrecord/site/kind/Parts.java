// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.Block.Cell;
import org.onrecord.site.thing.Block.Fact;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.Reading;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.Register;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Rec;
import org.onrecord.vocabulary.Time;

/** The sections that pages of several kinds share. */
public final class Parts {
    /** The most triples a page shows; the rest is in the data. */
    private static final int MOST_TRIPLES = 600;

    /** The most things a page shows that point at its own by one property. */
    private static final int MOST_INCOMING = 40;

    private static final Set<Node> ELSEWHERE = Set.of(
            RDF.Nodes.type,
            RDFS.label.asNode(),
            SKOS.prefLabel.asNode(),
            SKOS.altLabel.asNode(),
            SKOS.exactMatch.asNode(),
            SKOS.closeMatch.asNode(),
            SKOS.relatedMatch.asNode(),
            RDFS.seeAlso.asNode(),
            SKOS.definition.asNode(),
            DCTerms.source.asNode(),
            Rec.CODING_NOTE);

    private final Reading reading;
    private final Register register;
    private final Tables tables;

    /** Sections from a graph, its statements and their tables. */
    public Parts(Reading reading, Register register, Tables tables) {
        this.reading = reading;
        this.register = register;
        this.tables = tables;
    }

    /** The graph. */
    public Reading reading() {
        return reading;
    }

    /** The statements. */
    public Register register() {
        return register;
    }

    /** The tables of statements. */
    public Tables tables() {
        return tables;
    }

    /** The statements, if there are any. */
    public List<Section> lines(String key, List<StatementLine> lines) {
        return lines(key, lines, Optional.empty());
    }

    /** The statements, if there are any, and the table that holds them. */
    public List<Section> lines(String key, List<StatementLine> lines, Filter filter) {
        return lines(key, lines, Optional.of(tables.table(filter)));
    }

    private static List<Section> lines(String key, List<StatementLine> lines, Optional<Block.Table> table) {
        return lines.isEmpty() ? List.of() : List.of(new Section(key, new Block.Lines(lines, false, table)));
    }

    /** A table, if it has rows. */
    public List<Section> grid(String key, List<String> heads, List<List<Cell>> rows) {
        return rows.isEmpty() ? List.of() : List.of(new Section(key, new Block.Grid(heads, rows)));
    }

    /** What is stated of a thing and stands nowhere else on its page. */
    public List<Section> facts(Node thing) {
        List<Fact> facts = facts(reading.about(thing).stream()
                .filter(triple -> !ELSEWHERE.contains(triple.getPredicate()))
                .toList());
        return facts.isEmpty() ? List.of() : List.of(new Section("facts", new Block.Facts(facts)));
    }

    /** Triples of one subject, a property a fact. */
    public List<Fact> facts(List<Triple> triples) {
        Map<Node, List<Cell>> values = new LinkedHashMap<>();
        triples.forEach(triple -> values.computeIfAbsent(triple.getPredicate(), property -> new ArrayList<>())
                .add(cell(triple.getObject())));
        return values.entrySet().stream()
                .map(entry -> new Fact(reading.ref(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** A node as a value. */
    public Cell cell(Node node) {
        if (!node.isLiteral()) {
            return Cell.of(reading.ref(node));
        }
        String text = node.getLiteralLexicalForm();
        return XSDDatatype.XSDanyURI.equals(node.getLiteralDatatype())
                ? Cell.of(Ref.of(text, text))
                : new Cell(text, List.of(), node.getLiteralLanguage());
    }

    /** The names of a thing in every language, if it has more than one. */
    public List<Section> names(Node thing) {
        List<List<Cell>> rows = new ArrayList<>();
        for (var property : List.of(SKOS.prefLabel, SKOS.altLabel)) {
            reading.objects(thing, property.asNode())
                    .forEach(name -> rows.add(List.of(
                            cell(name), Cell.of(name.getLiteralLanguage()), Cell.of(reading.ref(property.asNode())))));
        }
        return rows.size() < 2 ? List.of() : grid("names", List.of("name", "language", "kind"), rows);
    }

    /** Under which words articles mention a thing, in whose voice, and how often. */
    public List<Section> mentions(Node thing) {
        Map<List<Cell>, List<Ref>> uses = new LinkedHashMap<>();
        reading.subjects(OA.hasBody.asNode(), thing)
                .forEach(mention -> uses.computeIfAbsent(
                                List.of(
                                        new Cell(
                                                reading.text(mention, Rec.SURFACE)
                                                        .orElse(""),
                                                List.of(),
                                                "en"),
                                        Cell.of(reading.refs(mention, Rec.VOICE)),
                                        Cell.of(reading.refs(mention, Rec.WORDING))),
                                key -> new ArrayList<>())
                        .addAll(slugs(reading.refs(mention, Rec.IN_STATEMENT))));
        List<List<Cell>> rows = new ArrayList<>();
        uses.forEach((use, statements) -> rows.add(List.of(
                use.get(0),
                use.get(1),
                use.get(2),
                Cell.of(statements.stream().distinct().toList()))));
        return grid("mentions", List.of("words", "voice", "wording", "statements"), rows);
    }

    /** Statements under their slugs, where their whole labels would be too much. */
    public static List<Ref> slugs(List<Ref> statements) {
        return statements.stream()
                .map(ref -> new Ref(ref.iri(), ref.slug(), ref.href(), ref.ours()))
                .toList();
    }

    /** What statements or sources report about a thing: parties, status, members; provisions stand by themselves. */
    public List<Section> reports(Node thing) {
        List<List<Cell>> rows = reading.subjects(Rec.SUBJECT_OF_REPORT, thing).stream()
                .filter(report -> !reading.is(report, Rec.PROVISION))
                .map(this::report)
                .toList();
        return grid("reports", List.of("what", "who", "according-to"), rows);
    }

    private List<Cell> report(Node report) {
        List<Ref> what = new ArrayList<>(reading.refs(report, Rec.ROLE));
        what.addAll(reading.refs(report, Rec.STATUS));
        List<Ref> who = new ArrayList<>(reading.refs(report, Rec.PARTICIPANT));
        who.addAll(reading.refs(report, Rec.MEMBER));
        Cell holder = who.isEmpty() ? Cell.of(reading.text(report, Rec.AS_OF).orElse("")) : Cell.of(who);
        return List.of(Cell.of(what), holder, authority(report));
    }

    /** Who says so: statements, else sources. */
    public Cell authority(Node report) {
        List<Ref> statements = reading.refs(report, Rec.ACCORDING_TO);
        return statements.isEmpty() ? Cell.of(String.join("; ", sources(report))) : Cell.of(statements);
    }

    private List<String> sources(Node node) {
        return reading.objects(node, DCTerms.source.asNode()).stream()
                .map(reading::label)
                .toList();
    }

    /** The day on which a tenure begins or ends, in ISO form; empty if none is known. */
    String day(Node tenure, Node end) {
        return reading.object(tenure, ORG.memberDuring.asNode())
                .flatMap(interval -> reading.object(interval, end))
                .flatMap(instant -> reading.text(instant, Time.IN_XSDDATE))
                .orElse("");
    }

    /** Where else a thing is described. */
    public List<Section> links(Node thing) {
        List<List<Cell>> rows = reading.subjects(Rec.LINK_OF, thing).stream()
                .map(link -> List.of(
                        Cell.of(reading.refs(link, Rec.TARGET)),
                        Cell.of(reading.refs(link, Rec.RELATION)),
                        Cell.of(String.join("; ", sources(link)))))
                .toList();
        return grid("links", List.of("elsewhere", "relation", "sources"), rows);
    }

    /** Where what is stated of a thing comes from. */
    private List<Section> sourced(Node thing) {
        List<Fact> facts = facts(reading.about(thing).stream()
                .filter(triple -> triple.getPredicate().equals(DCTerms.source.asNode()))
                .toList());
        return facts.isEmpty() ? List.of() : List.of(new Section("sources", new Block.Facts(facts)));
    }

    /** All that the graph says of a thing and its parts, and what points at it. */
    public List<Section> everything(Node thing) {
        List<Block.Group> groups = new ArrayList<>();
        List<Node> nodes = new ArrayList<>(List.of(thing));
        nodes.addAll(reading.parts(thing));
        List<Ref> rest = new ArrayList<>();
        int shown = 0;
        for (Node node : nodes) {
            List<Triple> triples = reading.about(node);
            shown += triples.size();
            if (shown > MOST_TRIPLES && !groups.isEmpty()) {
                rest.add(reading.ref(node));
            } else {
                groups.add(new Block.Group(reading.ref(node), facts(triples)));
            }
        }
        List<Section> sections = new ArrayList<>(sourced(thing));
        sections.add(new Section("everything", new Block.Triples(groups, rest)));
        return sections;
    }

    /** What points at a thing, a property a fact; statements and parts of other things included. */
    public List<Section> incoming(Node thing, Set<Node> shown) {
        Map<Node, List<Node>> subjects = new LinkedHashMap<>();
        reading.towards(thing).stream()
                .filter(triple -> !shown.contains(triple.getPredicate()))
                .forEach(triple -> subjects.computeIfAbsent(triple.getPredicate(), key -> new ArrayList<>())
                        .add(triple.getSubject()));
        List<Fact> facts = subjects.entrySet().stream()
                .map(entry -> first(entry.getKey(), entry.getValue()))
                .toList();
        return facts.isEmpty() ? List.of() : List.of(new Section("incoming", new Block.Facts(facts)));
    }

    /** A property with the first of its nodes, and how many more there are. */
    private Fact first(Node property, List<Node> nodes) {
        List<Cell> cells = nodes.stream().limit(MOST_INCOMING).map(this::cell).toList();
        return new Fact(reading.ref(property), cells, nodes.size() - cells.size());
    }
}
