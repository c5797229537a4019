// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.site.thing.Block.Cell;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Rec;
import org.onrecord.vocabulary.Time;

/** Sections of the pages of agreements, events, topics, offices and other things. */
record OtherSections(PageSections parts) {
    List<Section> agreement(Node agreement) {
        GraphReader reading = parts.reading();
        List<List<Cell>> provisions = reading.subjects(Rec.SUBJECT_OF_REPORT, agreement).stream()
                .filter(report -> reading.is(report, Rec.PROVISION))
                .map(provision ->
                        List.of(Cell.of(reading.text(provision, Rec.PROVIDES).orElse("")), parts.authority(provision)))
                .toList();
        return PageSections.join(
                about(agreement),
                parts.grid("provisions", List.of("provides", "according-to"), provisions),
                parts.reports(agreement),
                parts.facts(agreement),
                rest(agreement));
    }

    List<Section> event(Node event) {
        return PageSections.join(
                parts.lines(
                        "said-here",
                        parts.register().saidAt(event),
                        Filter.by("at", parts.reading().ref(event))),
                about(event),
                parts.reports(event),
                parts.facts(event),
                rest(event));
    }

    List<Section> topic(Node topic) {
        GraphReader reading = parts.reading();
        List<List<Cell>> narrower = reading.subjects(SKOS.broader.asNode(), topic).stream()
                .map(inner -> List.of(
                        Cell.of(reading.ref(inner)),
                        Cell.of(String.valueOf(
                                reading.subjects(Rec.ABOUT_ANY, inner).size()))))
                .toList();
        List<StatementLine> own = parts.register().with(DCTerms.subject.asNode(), topic);
        Filter filter = Filter.by("topic", reading.ref(topic));
        List<StatementLine> below = StatementLine.without(parts.register().with(Rec.ABOUT_ANY, topic), own);
        return PageSections.join(
                parts.sides("on-topic", own, filter),
                parts.grid("narrower", List.of("topic", "statements"), narrower),
                parts.lines("on-narrower", below, filter),
                parts.facts(topic));
    }

    List<Section> office(Node office) {
        GraphReader reading = parts.reading();
        List<List<Cell>> holders = reading.subjects(Rec.OFFICE, office).stream()
                .map(tenure -> List.of(
                        Cell.of(reading.refs(tenure, ORG.member.asNode())),
                        Cell.of(parts.day(tenure, Time.HAS_BEGINNING)),
                        Cell.of(parts.day(tenure, Time.HAS_END))))
                .toList();
        return PageSections.join(
                about(office),
                parts.grid("held-by", List.of("who", "from", "until"), holders),
                parts.facts(office),
                rest(office));
    }

    /** Sections of other things, with incoming properties. */
    List<Section> any(Node thing) {
        return PageSections.join(
                about(thing),
                parts.facts(thing),
                rest(thing),
                parts.incoming(
                        thing,
                        Set.of(Rec.ABOUT, Rec.ABOUT_ANY, Rec.LINK_OF, Rec.SUBJECT_OF_REPORT, OA.hasBody.asNode())));
    }

    private List<Section> about(Node thing) {
        return parts.sides(
                "about",
                parts.register().with(Rec.ABOUT, thing),
                Filter.by("about", parts.reading().ref(thing)));
    }

    private List<Section> rest(Node thing) {
        return PageSections.join(parts.names(thing), parts.mentions(thing), parts.links(thing));
    }
}
