// SPDX-License-Identifier: Apache-2.0
package org.onrecord.page.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.ORG;
import org.onrecord.page.thing.Block;
import org.onrecord.page.thing.Block.Cell;
import org.onrecord.page.thing.Block.Section;
import org.onrecord.page.thing.Line;
import org.onrecord.page.thing.Reading;
import org.onrecord.page.thing.Ref;
import org.onrecord.vocabulary.Rec;
import org.onrecord.vocabulary.Time;

/** What the page of somebody who speaks says. */
final class Actors {
    private static final int MOST_BARS = 12;

    private final Parts parts;

    Actors(Parts parts) {
        this.parts = parts;
    }

    List<Section> sections(Node actor) {
        String slug = parts.reading().ref(actor).shortIri();
        List<Line> said = parts.register().with(Rec.SPEAKER, actor);
        List<Line> firstHand =
                said.stream().filter(line -> !line.voice().isReported()).toList();
        List<Line> reported =
                said.stream().filter(line -> line.voice().isReported()).toList();
        List<Section> sections = new ArrayList<>(parts.facts(actor, Set.of()));
        sections.addAll(tenures(actor));
        sections.addAll(parts.lines("first-hand", firstHand, "/statements?speaker=" + slug + "&known=direct"));
        sections.addAll(parts.lines("through-others", reported, "/statements?speaker=" + slug + "&known=reported"));
        sections.addAll(parts.lines("passed-on", parts.register().with(Rec.VIA, actor), "/statements?through=" + slug));
        sections.addAll(whom(said, slug));
        sections.addAll(parts.lines("about", parts.register().with(Rec.ABOUT, actor), "/statements?about=" + slug));
        sections.addAll(parts.lines("called-upon", parts.register().with(Rec.CALLED_UPON, actor), ""));
        sections.addAll(parts.reports(actor));
        sections.addAll(parts.names(actor));
        sections.addAll(parts.mentions(actor));
        sections.addAll(parts.links(actor));
        return sections;
    }

    /** Whom and what somebody talks about, and how often. */
    private static List<Section> whom(List<Line> said, String slug) {
        Map<Ref, Long> counts = said.stream()
                .flatMap(line -> line.matter().about().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Block.Bar> bars = counts.entrySet().stream()
                .sorted(Map.Entry.<Ref, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().label()))
                .limit(MOST_BARS)
                .map(entry -> new Block.Bar(
                        entry.getKey(),
                        entry.getValue().intValue(),
                        "/statements?speaker=" + slug + "&about="
                                + entry.getKey().shortIri()))
                .toList();
        return bars.isEmpty() ? List.of() : List.of(new Section("talks-about", new Block.Bars(bars)));
    }

    private List<Section> tenures(Node actor) {
        Reading reading = parts.reading();
        List<List<Cell>> rows = reading.subjects(ORG.member.asNode(), actor).stream()
                .filter(tenure -> reading.is(tenure, Rec.TENURE))
                .map(tenure -> List.of(
                        Cell.of(reading.refs(tenure, Rec.OFFICE)),
                        Cell.of(reading.refs(tenure, ORG.organization.asNode())),
                        Cell.of(day(tenure, Time.HAS_BEGINNING)),
                        Cell.of(day(tenure, Time.HAS_END))))
                .sorted(Comparator.comparing((List<Cell> row) -> row.get(2).text())
                        .reversed())
                .toList();
        return parts.grid("offices", List.of("office", "of", "from", "until"), rows);
    }

    private String day(Node tenure, Node end) {
        Reading reading = parts.reading();
        return reading.object(tenure, ORG.memberDuring.asNode())
                .flatMap(interval -> reading.object(interval, end))
                .flatMap(instant -> reading.text(instant, Time.IN_XSDDATE))
                .orElse("");
    }
}
