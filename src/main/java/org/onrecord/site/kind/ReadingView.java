// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OA;
import org.onrecord.evidence.ArticleText;
import org.onrecord.site.thing.Block.Paragraph;
import org.onrecord.site.thing.Block.Reading;
import org.onrecord.site.thing.Block.Segment;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.Spot;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Rec;

/**
 * Cuts the text of an article where statements, quotations and mentions begin and end.
 *
 * @param reading the graph
 * @param text the text
 */
record ReadingView(GraphReader reading, ArticleText text) {
    /** A stretch of the text of which something is known. */
    private record Layer(Spot spot, Optional<StatementLine> line, Optional<Ref> mention) {
        boolean covers(int start) {
            return spot.start() <= start && start < spot.end();
        }
    }

    /** The paragraphs of the text, each with the statements that begin in it. */
    Reading of(Node article, List<StatementLine> lines) {
        List<Layer> layers = layers(article, lines);
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        for (String words : text.text().split("\n", -1)) {
            int end = start + words.codePointCount(0, words.length());
            if (!words.isBlank()) {
                paragraphs.add(paragraph(start, end, layers, lines));
            }
            start = end + 1;
        }
        return new Reading(paragraphs);
    }

    /** The stretches of statements, then of quotations, which have neither a statement nor a thing, then of mentions. */
    private List<Layer> layers(Node article, List<StatementLine> lines) {
        List<Layer> layers = new ArrayList<>();
        for (StatementLine line : lines) {
            line.source().stretches().forEach(spot -> layers.add(new Layer(spot, Optional.of(line), Optional.empty())));
            Spot.all(reading, line.node(), Rec.QUOTE_EVIDENCE)
                    .forEach(spot -> layers.add(new Layer(spot, Optional.empty(), Optional.empty())));
        }
        reading.parts(article).stream()
                .filter(part -> reading.is(part, Rec.MENTION))
                .forEach(mention -> reading.object(mention, OA.hasTarget.asNode())
                        .ifPresent(span -> layers.add(new Layer(
                                Spot.of(reading, span), Optional.empty(), reading.ref(mention, OA.hasBody.asNode())))));
        return layers;
    }

    private Paragraph paragraph(int start, int end, List<Layer> layers, List<StatementLine> lines) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(start, end));
        layers.stream()
                .flatMap(layer -> List.of(layer.spot().start(), layer.spot().end()).stream())
                .filter(cut -> start < cut && cut < end)
                .forEach(cuts::add);
        List<Segment> segments = cuts.headSet(end).stream()
                .map(from ->
                        segment(from, Optional.ofNullable(cuts.higher(from)).orElse(end), layers))
                .toList();
        return new Paragraph(
                segments,
                lines.stream()
                        .filter(line ->
                                line.source().start() >= start && line.source().start() < end)
                        .toList());
    }

    private Segment segment(int start, int end, List<Layer> layers) {
        List<Layer> here = layers.stream().filter(layer -> layer.covers(start)).toList();
        List<StatementLine> covering =
                here.stream().flatMap(layer -> layer.line().stream()).toList();
        return new Segment(
                text.substring(start, end),
                covering.stream().filter(line -> line.source().start() == start).toList(),
                covering.stream().mapToInt(line -> line.voice().depth()).max().orElse(-1),
                here.stream()
                        .anyMatch(layer ->
                                layer.line().isEmpty() && layer.mention().isEmpty()),
                here.stream()
                        .filter(layer -> layer.mention().isPresent())
                        .min(Comparator.comparing(
                                layer -> layer.spot().end() - layer.spot().start()))
                        .flatMap(Layer::mention));
    }
}
