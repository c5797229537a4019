// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.release.Release;
import org.onrecord.site.thing.Block.Cell;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/** Pages of codes, code lists and named graphs. */
public final class ListPages {
    private static final List<Node> CODED = List.of(Rec.FORM, Rec.SPEECH_ACT, Rec.SPEAKER_REFERENCE, Rec.DATE_BASIS);

    /** The parameters of the table of statements for some of them. */
    private static final Map<Node, String> FILTERS = Map.of(Rec.FORM, "form", Rec.SPEECH_ACT, "act");

    private final PageSections parts;
    private final Release release;

    /** Creates the pages of a release. */
    public ListPages(PageSections parts, Release release) {
        this.parts = parts;
        this.release = release;
    }

    /** The page of all code lists. */
    public ThingPage codes(String title, String lead) {
        GraphReader reading = parts.reading();
        List<List<Cell>> rows = reading.subjects(SKOS.hasTopConcept.asNode(), Node.ANY).stream()
                .distinct()
                .filter(scheme -> scheme.getURI().startsWith(Namespace.CODES))
                .map(scheme -> List.of(
                        Cell.of(reading.ref(scheme)),
                        Cell.of(reading.text(scheme, SKOS.definition.asNode()).orElse("")),
                        Cell.of(codesOf(scheme))))
                .toList();
        return page(Namespace.CODE, title, lead, parts.grid("schemes", List.of("scheme", "definition", "code"), rows));
    }

    private List<Ref> codesOf(Node scheme) {
        return parts.reading().subjects(SKOS.inScheme.asNode(), scheme).stream()
                .map(parts.reading()::ref)
                .toList();
    }

    /** The sections of a code list. */
    List<Section> scheme(Node scheme) {
        GraphReader reading = parts.reading();
        List<List<Cell>> rows = reading.subjects(SKOS.inScheme.asNode(), scheme).stream()
                .map(code -> List.of(
                        Cell.of(reading.ref(code)),
                        Cell.of(reading.text(code, SKOS.definition.asNode()).orElse("")),
                        Cell.of(String.valueOf(reading.towards(code).size()))))
                .toList();
        return parts.grid("codes", List.of("code", "definition", "uses"), rows);
    }

    /** The sections of a code. */
    List<Section> code(Node code) {
        List<StatementLine> uses = parts.register()
                .where(line ->
                        CODED.stream().anyMatch(property -> parts.reading().says(line.node(), property, code)));
        Optional<Filter> filter = FILTERS.entrySet().stream()
                .filter(property ->
                        !parts.reading().subjects(property.getKey(), code).isEmpty())
                .map(property -> Filter.by(property.getValue(), parts.reading().ref(code)))
                .findFirst();
        return PageSections.join(parts.facts(code), parts.lines("uses", uses, false, filter));
    }

    /** The page of all named graphs; the page of each has its hash. */
    public ThingPage graphs(String title, String lead) {
        List<List<Cell>> rows = release.graphs().stream()
                .map(graph -> List.of(
                        Cell.of(parts.reading().ref(GraphReader.node(graph))), Cell.of(String.valueOf(size(graph)))))
                .toList();
        return page(
                parts.reading().base().graphs(), title, lead, parts.grid("graphs", List.of("graph", "triples"), rows));
    }

    /** The page of a named graph; empty if it does not exist. */
    public Optional<ThingPage> graph(String iri) {
        if (!release.hasGraph(iri)) {
            return Optional.empty();
        }
        Node node = GraphReader.node(iri);
        List<Section> sections = PageSections.join(
                parts.grid(
                        "release",
                        List.of("triples", "hash"),
                        List.of(List.of(Cell.of(String.valueOf(size(iri))), Cell.of(hash(iri))))),
                parts.facts(node));
        return Optional.of(new ThingPage(
                parts.reading().ref(node),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sections));
    }

    /** The hash of a stated graph; empty for a derived one. */
    private String hash(String iri) {
        return release.hashes().graphs().getOrDefault(iri, "");
    }

    private int size(String iri) {
        return release.dataset().getGraph(GraphReader.node(iri)).size();
    }

    private ThingPage page(String iri, String title, String lead, List<Section> sections) {
        return new ThingPage(
                parts.reading().ref(iri, title),
                Optional.empty(),
                Optional.of(lead),
                Optional.empty(),
                Optional.empty(),
                sections);
    }
}
