// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

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
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.Spot;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Rec;

/** Sections of the pages of articles: share of each voice, statements in text order, loaded wording. */
record ArticleSections(PageSections parts, Passages passages) {
    List<Section> sections(Node article) {
        List<StatementLine> lines = parts.register().with(Rec.REPORTED_IN, article);
        Filter filter = Filter.by("article", parts.reading().ref(article));
        return PageSections.join(
                List.of(new Section("voices", new Block.Strip(voices(lines, filter), "characters"))),
                passages.text(parts.reading().text(article, Rec.DIGEST).orElse(""))
                        .map(text -> new ReadingView(parts.reading(), text).of(article, lines))
                        .map(view -> List.of(new Section("reading", view)))
                        .orElseGet(() -> parts.lines("outline", lines, true, Optional.of(filter))),
                loaded(article),
                parts.facts(article));
    }

    /** Counts code points by outermost voice. Nested statements count for the voice quoted by the article. */
    private static List<Block.Bar> voices(List<StatementLine> lines, Filter filter) {
        Map<Ref, Integer> counts = new HashMap<>();
        BitSet counted = new BitSet();
        for (int depth : List.of(1, 0)) {
            lines.stream()
                    .filter(line -> line.voice().depth() == depth)
                    .forEach(line -> counts.merge(line.voice().speaker(), countNew(line, counted), Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<Ref, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().label()))
                .map(entry -> new Block.Bar(
                        entry.getKey(),
                        entry.getValue(),
                        filter.with("speaker", entry.getKey()).href()))
                .toList();
    }

    /** The number of code points of a line not counted before. */
    private static int countNew(StatementLine line, BitSet counted) {
        int before = counted.cardinality();
        line.source().stretches().forEach(stretch -> counted.set(stretch.start(), stretch.end()));
        return counted.cardinality() - before;
    }

    /** Loaded wording by voice. */
    private List<Section> loaded(Node article) {
        GraphReader reading = parts.reading();
        List<List<Cell>> rows = reading.parts(article).stream()
                .filter(part -> reading.is(part, Rec.MENTION))
                .filter(mention -> reading.refs(mention, Rec.WORDING).stream()
                        .anyMatch(wording -> wording.slug().equals("loaded")))
                .sorted(Comparator.comparing(mention -> start(mention)))
                .map(mention -> List.of(
                        parts.surface(mention),
                        Cell.of(reading.refs(mention, Rec.VOICE)),
                        Cell.of(reading.refs(mention, OA.hasBody.asNode())),
                        Cell.of(PageSections.slugs(reading.refs(mention, Rec.IN_STATEMENT)))))
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
