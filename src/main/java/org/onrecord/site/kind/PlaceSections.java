// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OA;
import org.onrecord.site.thing.Block.Cell;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Rec;

/** Sections of the pages of places. */
record PlaceSections(PageSections parts) {
    List<Section> sections(Node place) {
        GraphReader reading = parts.reading();
        Filter filter = Filter.by("about", reading.ref(place));
        List<StatementLine> about = parts.register().with(Rec.ABOUT, place);
        List<StatementLine> within = StatementLine.without(parts.register().with(Rec.ABOUT_ANY, place), about);
        return PageSections.join(
                parts.sides("about", about, filter),
                status(place),
                parts.lines("about-within", within, filter),
                parts.lines(
                        "said-here",
                        parts.register().saidAt(place),
                        Filter.by("at", parts.reading().ref(place))),
                events(place),
                parts.facts(place),
                parts.names(place),
                parts.mentions(place),
                parts.incoming(
                        place,
                        Set.of(Rec.ABOUT, Rec.ABOUT_ANY, Rec.LINK_OF, Rec.TERRITORY, Rec.PLACE, OA.hasBody.asNode())),
                parts.links(place));
    }

    /** Claims about the status of a place, with the statements that affirm, presuppose or deny them. */
    private List<Section> status(Node place) {
        GraphReader reading = parts.reading();
        List<List<Cell>> rows = reading.subjects(Rec.TERRITORY, place).stream()
                .map(claim -> List.of(
                        Cell.of(reading.ref(claim)),
                        Cell.of(reading.refs(claim, Rec.STATUS_RELATION)),
                        Cell.of(holders(claim, Rec.AFFIRMS)),
                        Cell.of(holders(claim, Rec.PRESUPPOSES)),
                        Cell.of(holders(claim, Rec.DENIES))))
                .toList();
        return parts.grid("status-claims", List.of("claim", "relation", "affirmed", "presupposed", "denied"), rows);
    }

    /** The statements with a stance, labelled with speaker and reporters. */
    private List<Ref> holders(Node claim, Node stance) {
        return parts.register().with(stance, claim).stream()
                .map(line -> new Ref(
                        line.self().iri(), line.voice().label(), line.self().href(), true))
                .toList();
    }

    private List<Section> events(Node place) {
        GraphReader reading = parts.reading();
        List<List<Cell>> rows = reading.subjects(Rec.PLACE, place).stream()
                .map(event -> List.of(Cell.of(reading.ref(event)), Cell.of(reading.refs(event, Rec.EVENT_KIND))))
                .toList();
        return parts.grid("events-here", List.of("event", "kind"), rows);
    }
}
