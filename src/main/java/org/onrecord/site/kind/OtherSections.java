// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.ArrayList;
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
final class OtherSections {
    private final PageSections parts;

    OtherSections(PageSections parts) {
        this.parts = parts;
    }

    List<Section> agreement(Node agreement) {
        GraphReader reading = parts.reading();
        List<Section> sections = new ArrayList<>(parts.facts(agreement));
        sections.addAll(parts.reports(agreement));
        List<List<Cell>> provisions = reading.subjects(Rec.SUBJECT_OF_REPORT, agreement).stream()
                .filter(report -> reading.is(report, Rec.PROVISION))
                .map(provision ->
                        List.of(Cell.of(reading.text(provision, Rec.PROVIDES).orElse("")), parts.authority(provision)))
                .toList();
        sections.addAll(parts.grid("provisions", List.of("provides", "according-to"), provisions));
        sections.addAll(about(agreement));
        sections.addAll(rest(agreement));
        return sections;
    }

    List<Section> event(Node event) {
        List<Section> sections = new ArrayList<>(parts.facts(event));
        sections.addAll(parts.lines("said-here", parts.register().with(Rec.OCCASION, event)));
        sections.addAll(about(event));
        sections.addAll(parts.reports(event));
        sections.addAll(rest(event));
        return sections;
    }

    List<Section> topic(Node topic) {
        GraphReader reading = parts.reading();
        List<Section> sections = new ArrayList<>(parts.facts(topic));
        List<List<Cell>> narrower = reading.subjects(SKOS.broader.asNode(), topic).stream()
                .map(inner -> List.of(
                        Cell.of(reading.ref(inner)),
                        Cell.of(String.valueOf(
                                parts.register().with(Rec.ABOUT_ANY, inner).size()))))
                .toList();
        sections.addAll(parts.grid("narrower", List.of("topic", "statements"), narrower));
        List<StatementLine> own = parts.register().with(DCTerms.subject.asNode(), topic);
        sections.addAll(parts.lines("on-topic", own, Filter.by("topic", reading.ref(topic))));
        List<StatementLine> below = parts.register().with(Rec.ABOUT_ANY, topic).stream()
                .filter(line -> !own.contains(line))
                .toList();
        sections.addAll(parts.lines("on-narrower", below));
        return sections;
    }

    List<Section> office(Node office) {
        GraphReader reading = parts.reading();
        List<Section> sections = new ArrayList<>(parts.facts(office));
        List<List<Cell>> holders = reading.subjects(Rec.OFFICE, office).stream()
                .map(tenure -> List.of(
                        Cell.of(reading.refs(tenure, ORG.member.asNode())),
                        Cell.of(parts.day(tenure, Time.HAS_BEGINNING)),
                        Cell.of(parts.day(tenure, Time.HAS_END))))
                .toList();
        sections.addAll(parts.grid("held-by", List.of("who", "from", "until"), holders));
        sections.addAll(about(office));
        sections.addAll(rest(office));
        return sections;
    }

    /** Sections of other things, with incoming properties. */
    List<Section> any(Node thing) {
        List<Section> sections = new ArrayList<>(parts.facts(thing));
        sections.addAll(about(thing));
        sections.addAll(rest(thing));
        sections.addAll(parts.incoming(
                thing, Set.of(Rec.ABOUT, Rec.ABOUT_ANY, Rec.LINK_OF, Rec.SUBJECT_OF_REPORT, OA.hasBody.asNode())));
        return sections;
    }

    private List<Section> about(Node thing) {
        return parts.lines(
                "about",
                parts.register().with(Rec.ABOUT, thing),
                Filter.by("about", parts.reading().ref(thing)));
    }

    private List<Section> rest(Node thing) {
        List<Section> sections = new ArrayList<>(parts.names(thing));
        sections.addAll(parts.mentions(thing));
        sections.addAll(parts.links(thing));
        return sections;
    }
}
