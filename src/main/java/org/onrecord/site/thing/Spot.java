// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OA;
import org.onrecord.vocabulary.Rec;

/**
 * A span of an article's text.
 *
 * @param start the first code point, inclusive, from 0
 * @param end the last code point, exclusive
 * @param digest the SHA-256 of its words
 * @param words the words, if quoted
 */
public record Spot(int start, int end, String digest, Optional<String> words) {
    /** Reads a span. */
    public static Spot of(GraphReader reading, Node span) {
        List<Node> selectors = reading.objects(span, OA.hasSelector.asNode());
        return new Spot(
                number(reading, selectors, OA.start.asNode()),
                number(reading, selectors, OA.end.asNode()),
                reading.text(span, Rec.DIGEST).orElse(""),
                selectors.stream()
                        .flatMap(selector -> reading.text(selector, OA.exact.asNode()).stream())
                        .findFirst());
    }

    /** The spans of a property, in text order. */
    public static List<Spot> all(GraphReader reading, Node statement, Node property) {
        return reading.objects(statement, property).stream()
                .map(span -> of(reading, span))
                .sorted(Comparator.comparing(Spot::start))
                .toList();
    }

    private static int number(GraphReader reading, List<Node> selectors, Node property) {
        return selectors.stream()
                .flatMap(selector -> reading.text(selector, property).stream())
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }
}
