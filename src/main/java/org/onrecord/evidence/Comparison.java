// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.OA;
import org.onrecord.evidence.ArticleOutcome.Compared;
import org.onrecord.evidence.ArticleOutcome.Counts;
import org.onrecord.evidence.ArticleOutcome.Difference;
import org.onrecord.source.Layout;
import org.onrecord.source.MergedGraph;
import org.onrecord.vocabulary.Rec;

/** Compares the spans, quotations, mentions and dates of one article with its text. Not reusable. */
final class Comparison {
    private final MergedGraph merged;
    private final Graph graph;
    private final Node article;
    private final ArticleText text;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<Node, String> stretches = new HashMap<>();

    Comparison(MergedGraph merged, Node article, ArticleText text) {
        this.merged = merged;
        this.graph = merged.graph();
        this.article = article;
        this.text = text;
    }

    Compared run() {
        ClaimedSpan.values(graph, List.of(article), Rec.LENGTH)
                .forEach(length -> compare(article, "rec:length", length, String.valueOf(text.length())));
        List<ClaimedSpan> spans = ClaimedSpan.of(graph, article);
        spans.forEach(this::span);
        int exact = spans.stream().mapToInt(this::exact).sum();
        int quotes = 0;
        for (Node statement : subjects(Rec.REPORTED_IN, article)) {
            quotes += words(statement, Rec.QUOTE, Rec.QUOTE_EVIDENCE);
            words(statement, Rec.DATE_WORDS, Rec.DATE_EVIDENCE);
        }
        int mentions = spans.stream()
                .flatMap(span -> subjects(OA.hasTarget.asNode(), span.node()).stream())
                .distinct()
                .mapToInt(mention -> words(mention, Rec.SURFACE, OA.hasTarget.asNode()))
                .sum();
        return new Compared(article, text.name(), new Counts(spans.size(), exact + quotes, mentions), differences);
    }

    private void span(ClaimedSpan span) {
        if (!text.holds(span.start(), span.end())) {
            report(
                    span.node(),
                    "position",
                    position(span.start()) + " to " + position(span.end()),
                    "the article has " + text.length() + " code points");
            return;
        }
        String stretch = text.substring(span.start(), span.end());
        stretches.put(span.node(), stretch);
        String digest = DigestUtils.sha256Hex(stretch);
        if (!digest.equals(span.digest())) {
            report(
                    span.node(),
                    "rec:digest",
                    "'" + span.digest() + "'",
                    "'" + digest + "' of " + Excerpt.start(stretch));
        }
    }

    private int exact(ClaimedSpan span) {
        String stretch = stretches.get(span.node());
        if (stretch == null) {
            return 0;
        }
        span.exact().forEach(words -> compare(span.node(), "oa:exact", words, stretch));
        return span.exact().size();
    }

    /**
     * Compares the literals of a property with the text of the node's spans. Each literal must equal a span and vice
     * versa.
     *
     * @return the number of compared literals
     */
    private int words(Node node, Node property, Node evidence) {
        List<String> words = ClaimedSpan.values(graph, List.of(node), property);
        List<String> inText = G.listSP(graph, node, evidence).stream()
                .flatMap(span -> Optional.ofNullable(stretches.get(span)).stream())
                .sorted()
                .toList();
        boolean comparable = !words.isEmpty() && !inText.isEmpty();
        if (comparable || property.equals(Rec.QUOTE)) {
            reportUnmatched(node, property, without(words, inText), without(inText, words));
        }
        return comparable ? words.size() : 0;
    }

    /** Reports unmatched literals and unused spans, in pairs as far as possible. */
    private void reportUnmatched(Node node, Node property, List<String> unmatched, List<String> unused) {
        String what = Layout.DEFAULT.shorten(property);
        int both = Math.min(unmatched.size(), unused.size());
        for (int i = 0; i < both; i++) {
            compare(node, what, unmatched.get(i), unused.get(i));
        }
        unmatched.stream()
                .skip(both)
                .forEach(words -> report(node, what, Excerpt.start(words), "no span with this text"));
        unused.stream()
                .skip(both)
                .forEach(words -> report(node, what, "nothing", "a span with the text " + Excerpt.start(words)));
    }

    private static List<String> without(List<String> words, List<String> others) {
        return words.stream().filter(word -> !others.contains(word)).toList();
    }

    private void compare(Node node, String what, String expected, String found) {
        if (!expected.equals(found)) {
            report(node, what, Excerpt.difference(expected, found), Excerpt.difference(found, expected));
        }
    }

    private void report(Node node, String what, String expected, String found) {
        differences.add(new Difference(node, what, expected, found, merged.place(node)));
    }

    private List<Node> subjects(Node property, Node object) {
        return graph.stream(Node.ANY, property, object)
                .map(Triple::getSubject)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    private static String position(int at) {
        return at < 0 ? "(not one integer)" : String.valueOf(at);
    }
}
