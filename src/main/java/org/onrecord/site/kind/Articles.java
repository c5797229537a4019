// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OA;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.Block.Cell;
import org.onrecord.site.thing.Block.Section;
import org.onrecord.site.thing.Reading;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.Spot;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Rec;

/** What the page of an article says: whose words fill it, its statements in the order of the text, its loaded words. */
final class Articles {
    private final Parts parts;

    Articles(Parts parts) {
        this.parts = parts;
    }

    List<Section> sections(Node article) {
        List<StatementLine> lines = parts.register().with(Rec.REPORTED_IN, article);
        Filter printed = Filter.by("article", parts.reading().ref(article));
        List<Section> sections = new ArrayList<>(parts.facts(article));
        sections.add(new Section("voices", new Block.Strip(voices(lines, printed), "code-points")));
        sections.add(new Section(
                "outline",
                new Block.Lines(lines, true, Optional.of(parts.tables().table(printed)))));
        sections.addAll(loaded(article));
        return sections;
    }

    /** The code points that each outermost voice fills; what is nested counts for the voice that the article quotes. */
    private static List<Block.Bar> voices(List<StatementLine> lines, Filter printed) {
        Map<Ref, Integer> counts = new HashMap<>();
        BitSet taken = new BitSet();
        for (int depth : List.of(1, 0)) {
            lines.stream()
                    .filter(line -> line.voice().depth() == depth)
                    .forEach(line -> counts.merge(line.voice().speaker(), fresh(line, taken), Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<Ref, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().label()))
                .map(entry -> new Block.Bar(
                        entry.getKey(),
                        entry.getValue(),
                        printed.with("speaker", entry.getKey()).href()))
                .toList();
    }

    /** The code points of a line that no line before it has counted. */
    private static int fresh(StatementLine line, BitSet taken) {
        int before = taken.cardinality();
        line.source().stretches().forEach(stretch -> taken.set(stretch.start(), stretch.end()));
        return taken.cardinality() - before;
    }

    /** The words that take a side, and in whose voice they stand. */
    private List<Section> loaded(Node article) {
        Reading reading = parts.reading();
        List<List<Cell>> rows = reading.parts(article).stream()
                .filter(part -> reading.is(part, Rec.MENTION))
                .filter(mention -> reading.refs(mention, Rec.WORDING).stream()
                        .anyMatch(wording -> wording.slug().equals("loaded")))
                .sorted(Comparator.comparing(mention -> start(mention)))
                .map(mention -> List.of(
                        new Cell(reading.text(mention, Rec.SURFACE).orElse(""), List.of(), "en"),
                        Cell.of(reading.refs(mention, Rec.VOICE)),
                        Cell.of(reading.refs(mention, OA.hasBody.asNode())),
                        Cell.of(Parts.slugs(reading.refs(mention, Rec.IN_STATEMENT)))))
                .toList();
        return parts.grid("loaded", List.of("words", "voice", "means", "statements"), rows);
    }

    private int start(Node mention) {
        return parts.reading()
                .object(mention, OA.hasTarget.asNode())
                .map(span -> Spot.of(parts.reading(), span).start())
                .orElse(0);
    }
}
