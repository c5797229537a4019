// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.ORG;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.Block.Cell;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.site.thing.ValueCounts;
import org.onrecord.vocabulary.Rec;
import org.onrecord.vocabulary.Time;

/** Sections of the pages of actors: persons, states, organizations, groups. */
record ActorSections(PageSections parts) {
    private static final int MAX_BARS = 12;

    List<Section> sections(Node actor) {
        Ref self = parts.reading().ref(actor);
        Filter filter = Filter.by("speaker", self);
        List<StatementLine> statements = parts.register().with(Rec.SPEAKER, actor);
        List<StatementLine> firstHand =
                statements.stream().filter(line -> !line.voice().isReported()).toList();
        List<StatementLine> reported =
                statements.stream().filter(line -> line.voice().isReported()).toList();
        return PageSections.join(
                parts.lines("first-hand", firstHand, filter.with("known", "direct")),
                parts.lines("through-others", reported, filter.with("known", "reported")),
                belonging(actor),
                parts.sides("about", parts.register().with(Rec.ABOUT, actor), Filter.by("about", self)),
                parts.lines("called-upon", parts.register().with(Rec.CALLED_UPON, actor)),
                parts.lines("passed-on", parts.register().with(Rec.VIA, actor), Filter.by("through", self)),
                subjects(statements, filter),
                parts.reports(actor),
                tenures(actor),
                parts.facts(actor),
                parts.names(actor),
                parts.mentions(actor),
                parts.links(actor));
    }

    /** Those who belong to a state and speak, by number of statements. */
    private List<Section> belonging(Node state) {
        List<Block.Bar> bars = parts.reading().subjects(Rec.SIDE, state).stream()
                .map(actor -> bar(parts.reading().ref(actor)))
                .filter(bar -> bar.count() > 0)
                .sorted(Comparator.comparing(Block.Bar::count, Comparator.reverseOrder())
                        .thenComparing(bar -> bar.ref().label()))
                .toList();
        return bars.isEmpty() ? List.of() : List.of(new Section("belonging", new Block.Bars(bars)));
    }

    private Block.Bar bar(Ref speaker) {
        return bar(speaker, parts.tables().table(Filter.by("speaker", speaker)));
    }

    /** The statements of those who belong to a state; empty if none speaks. */
    Optional<Block.Table> belongingTable(Node state) {
        int count = parts.reading().subjects(Rec.SIDE, state).stream()
                .mapToInt(actor -> parts.register().with(Rec.SPEAKER, actor).size())
                .sum();
        return count == 0 ? Optional.empty() : Optional.of(new Block.Table("#s-belonging", count));
    }

    /** Counts statements by what they are about, including narrower topics and places. */
    private List<Section> subjects(List<StatementLine> statements, Filter filter) {
        Set<String> direct = statements.stream()
                .flatMap(line -> line.matter().about().stream())
                .map(Ref::iri)
                .collect(Collectors.toSet());
        List<Block.Bar> bars =
                ValueCounts.of(parts.register(), statements.stream(), ValueCounts.SUBJECTS).sorted().stream()
                        .filter(count -> direct.contains(count.getKey().iri()))
                        .limit(MAX_BARS)
                        .map(count -> new Block.Bar(
                                count.getKey(),
                                count.getValue(),
                                filter.with("about", count.getKey()).href()))
                        .toList();
        return bars.isEmpty() ? List.of() : List.of(new Section("talks-about", new Block.Bars(bars)));
    }

    private static Block.Bar bar(Ref ref, Block.Table table) {
        return new Block.Bar(ref, table.count(), table.href());
    }

    private List<Section> tenures(Node actor) {
        GraphReader reading = parts.reading();
        List<List<Cell>> rows = reading.subjects(ORG.member.asNode(), actor).stream()
                .filter(tenure -> reading.is(tenure, Rec.TENURE))
                .map(tenure -> List.of(
                        Cell.of(reading.refs(tenure, Rec.OFFICE)),
                        Cell.of(reading.refs(tenure, ORG.organization.asNode())),
                        Cell.of(parts.day(tenure, Time.HAS_BEGINNING)),
                        Cell.of(parts.day(tenure, Time.HAS_END))))
                .sorted(Comparator.comparing((List<Cell> row) -> row.get(2).text())
                        .reversed())
                .toList();
        return parts.grid("offices", List.of("office", "of", "from", "until"), rows);
    }
}
