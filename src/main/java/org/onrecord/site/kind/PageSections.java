// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Rec;
import org.onrecord.vocabulary.Time;

/**
 * Sections shared by pages of several kinds.
 *
 * @param reading the graph
 * @param register its statements
 * @param tables the tables of statements
 */
public record PageSections(GraphReader reading, StatementIndex register, Tables tables) {
    /** Maximum number of triples on a page. */
    private static final int MAX_TRIPLES = 600;

    /** Maximum number of subjects of an incoming property. */
    private static final int MAX_INCOMING = 40;

    /** Statements of a section that are shown. */
    private static final int MAX_LINES = 100;

    /** Sides, and statements of each, that are shown if there are more statements than {@link #MAX_LINES}. */
    private static final int MAX_SIDES = 20;

    private static final int MAX_OF_SIDE = 10;

    private static final Set<Node> SHOWN_ELSEWHERE = Set.of(
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

    /** Joins lists of sections. */
    @SafeVarargs
    static List<Section> join(List<Section>... lists) {
        List<Section> joined = new ArrayList<>();
        for (List<Section> list : lists) {
            joined.addAll(list);
        }
        return joined;
    }

    /** A list of statements; empty if there are none. */
    public List<Section> lines(String key, List<StatementLine> lines) {
        return lines(key, lines, false, Optional.empty());
    }

    /** A list of statements with a link to their table; empty if there are none. */
    public List<Section> lines(String key, List<StatementLine> lines, Filter filter) {
        return lines(key, lines, false, Optional.of(filter));
    }

    /** A list of statements, indented by depth or not, with a link to their table; empty if there are none. */
    List<Section> lines(String key, List<StatementLine> lines, boolean outline, Optional<Filter> filter) {
        List<StatementLine> shown =
                lines.stream().limit(outline ? lines.size() : MAX_LINES).toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(new Section(key, new Block.Lines(shown, outline, filter.map(tables::table), lines.size())));
    }

    /** A list of statements by the side of their speaker, with a link to their table; empty if there are none. */
    public List<Section> sides(String key, List<StatementLine> lines, Filter filter) {
        Map<Ref, List<StatementLine>> sides = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> side(line.voice().speaker()), LinkedHashMap::new, Collectors.toList()));
        List<Block.Stance> stances = sides.entrySet().stream()
                .map(side -> Block.Stance.of(
                        side.getKey(), side.getValue(), lines.size() > MAX_LINES ? MAX_OF_SIDE : MAX_LINES))
                .sorted(Comparator.comparing(side -> -side.total()))
                .limit(lines.size() > MAX_LINES ? MAX_SIDES : sides.size())
                .toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(new Section(key, new Block.Holders(stances, Optional.of(tables.table(filter)))));
    }

    /** The side of an actor: the state for which it acts by its office or as its body, else itself. */
    private Ref side(Ref actor) {
        return reading.ref(GraphReader.node(actor.iri()), Rec.SIDE).orElse(actor);
    }

    /** A table; empty if it has no rows. */
    public List<Section> grid(String key, List<String> heads, List<List<Cell>> rows) {
        return rows.isEmpty() ? List.of() : List.of(new Section(key, new Block.Grid(heads, rows)));
    }

    /** The properties of a thing that no other section shows. */
    public List<Section> facts(Node thing) {
        return section(
                "facts",
                facts(reading.about(thing).stream()
                        .filter(triple -> !SHOWN_ELSEWHERE.contains(triple.getPredicate()))
                        .toList()));
    }

    private static List<Section> section(String key, List<Fact> facts) {
        return facts.isEmpty() ? List.of() : List.of(new Section(key, new Block.Facts(facts)));
    }

    /** Groups the triples of a subject by property. */
    public List<Fact> facts(List<Triple> triples) {
        Map<Node, List<Cell>> values = new LinkedHashMap<>();
        triples.forEach(triple -> values.computeIfAbsent(triple.getPredicate(), property -> new ArrayList<>())
                .add(cell(triple.getObject())));
        return values.entrySet().stream()
                .map(entry -> new Fact(reading.ref(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** Converts a node to a cell. */
    public Cell cell(Node node) {
        if (!node.isLiteral()) {
            return Cell.of(reading.ref(node));
        }
        String text = node.getLiteralLexicalForm();
        return XSDDatatype.XSDanyURI.equals(node.getLiteralDatatype())
                ? Cell.of(reading.ref(text, text))
                : new Cell(text, List.of(), node.getLiteralLanguage());
    }

    /** The names of a thing in all languages; empty if there is only one. */
    public List<Section> names(Node thing) {
        List<List<Cell>> rows = new ArrayList<>();
        for (var property : List.of(SKOS.prefLabel, SKOS.altLabel)) {
            reading.objects(thing, property.asNode())
                    .forEach(name -> rows.add(List.of(
                            cell(name), Cell.of(name.getLiteralLanguage()), Cell.of(reading.ref(property.asNode())))));
        }
        return rows.size() < 2 ? List.of() : grid("names", List.of("name", "language", "kind"), rows);
    }

    /** The mentions of a thing, by words, voice and wording. */
    public List<Section> mentions(Node thing) {
        Map<List<Cell>, List<Ref>> uses = new LinkedHashMap<>();
        reading.subjects(OA.hasBody.asNode(), thing)
                .forEach(mention -> uses.computeIfAbsent(
                                List.of(
                                        surface(mention),
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

    /** The words of a mention. */
    Cell surface(Node mention) {
        return new Cell(reading.text(mention, Rec.SURFACE).orElse(""), List.of(), "en");
    }

    /** Replaces labels of statements with their slugs. */
    public static List<Ref> slugs(List<Ref> statements) {
        return statements.stream()
                .map(ref -> new Ref(ref.iri(), ref.slug(), ref.href(), ref.ours()))
                .toList();
    }

    /** Reports about a thing: parties, status, members; without provisions. */
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

    /** The authority of a report: statements, or else sources. */
    public Cell authority(Node report) {
        List<Ref> statements = reading.refs(report, Rec.ACCORDING_TO);
        return statements.isEmpty() ? Cell.of(String.join("; ", sourceLabels(report))) : Cell.of(statements);
    }

    private List<String> sourceLabels(Node node) {
        return reading.objects(node, DCTerms.source.asNode()).stream()
                .map(reading::label)
                .toList();
    }

    /** The start or end date of a tenure in ISO format; empty if unknown. */
    String day(Node tenure, Node end) {
        return reading.object(tenure, ORG.memberDuring.asNode())
                .flatMap(interval -> reading.object(interval, end))
                .flatMap(instant -> reading.text(instant, Time.IN_XSDDATE))
                .orElse("");
    }

    /** Links to other descriptions of a thing. */
    public List<Section> links(Node thing) {
        List<List<Cell>> rows = reading.subjects(Rec.LINK_OF, thing).stream()
                .map(link -> List.of(
                        Cell.of(reading.refs(link, Rec.TARGET)),
                        Cell.of(reading.refs(link, Rec.RELATION)),
                        Cell.of(String.join("; ", sourceLabels(link)))))
                .toList();
        return grid("links", List.of("elsewhere", "relation", "sources"), rows);
    }

    /** The sources of a thing. */
    private List<Section> sources(Node thing) {
        return section(
                "sources",
                facts(reading.about(thing).stream()
                        .filter(triple -> triple.getPredicate().equals(DCTerms.source.asNode()))
                        .toList()));
    }

    /** All triples of a thing and its parts, and its sources. */
    public List<Section> everything(Node thing) {
        List<Block.Group> groups = new ArrayList<>();
        List<Node> nodes = new ArrayList<>(List.of(thing));
        nodes.addAll(reading.parts(thing));
        List<Ref> rest = new ArrayList<>();
        int shown = 0;
        for (Node node : nodes) {
            List<Triple> triples = reading.about(node);
            shown += triples.size();
            if (shown > MAX_TRIPLES && !groups.isEmpty()) {
                rest.add(reading.ref(node));
            } else {
                groups.add(new Block.Group(reading.ref(node), facts(triples)));
            }
        }
        return PageSections.join(sources(thing), List.of(new Section("everything", new Block.Triples(groups, rest))));
    }

    /** The incoming properties of a thing, except {@code shown}. */
    public List<Section> incoming(Node thing, Set<Node> shown) {
        Map<Node, List<Node>> subjects = new LinkedHashMap<>();
        reading.towards(thing).stream()
                .filter(triple -> !shown.contains(triple.getPredicate()))
                .forEach(triple -> subjects.computeIfAbsent(triple.getPredicate(), key -> new ArrayList<>())
                        .add(triple.getSubject()));
        return section(
                "incoming",
                subjects.entrySet().stream()
                        .map(entry -> first(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** A property with its first nodes, and the number of remaining ones. */
    private Fact first(Node property, List<Node> nodes) {
        List<Cell> cells = nodes.stream().limit(MAX_INCOMING).map(this::cell).toList();
        return new Fact(reading.ref(property), cells, nodes.size() - cells.size());
    }
}
