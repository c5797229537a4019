// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.onrecord.vocabulary.Rec;

/** Detects whether a text is an altered copy of an article's text, and how it was altered. */
public final class Alteration {
    /** Shorter quotations may occur in other articles too. */
    private static final int MIN_QUOTATION_LENGTH = 20;

    private static final String MARK = "\uFEFF";
    private static final Undo NONE = new Undo("", text -> text);
    private static final List<List<Undo>> UNDO = List.of(
            List.of(
                    NONE,
                    new Undo("byte order mark", text -> text.startsWith(MARK) ? text.substring(1) : text),
                    new Undo("byte order mark missing", text -> MARK + text)),
            List.of(
                    NONE,
                    new Undo("Windows line ends (CRLF)", text -> text.replace("\r\n", "\n")),
                    new Undo("Unix line ends (LF) in place of CRLF", text -> text.replace("\n", "\r\n"))),
            List.of(
                    NONE,
                    new Undo("trailing newline added", text -> text.replaceFirst("[\r\n]+$", "")),
                    new Undo("trailing newlines added", text -> text.replaceFirst("[\r\n]+$", "\n")),
                    new Undo("trailing newline missing", text -> text + "\n")));

    private Alteration() {}

    /**
     * A description of the alteration, or empty if it is a different text.
     *
     * @param text a text with another digest than the article's
     * @param digest the digest of the article's text
     * @param spans the article's spans
     */
    static Optional<String> of(ArticleText text, String digest, List<ClaimedSpan> spans) {
        return reversible(text.text(), digest).or(() -> partialMatch(text, spans));
    }

    /** A description of how a text differs from the one that was coded; empty if it is a different text. */
    public static Optional<String> of(ArticleText text, Graph graph, Node article) {
        return ClaimedSpan.values(graph, List.of(article), Rec.DIGEST).stream()
                .findFirst()
                .flatMap(digest -> of(text, digest, ClaimedSpan.of(graph, article)));
    }

    /** The smallest set of alterations whose reversal gives the digest. */
    private static Optional<String> reversible(String text, String digest) {
        return combinations()
                .sorted(Comparator.comparing(List::size))
                .filter(undo -> DigestUtils.sha256Hex(undone(text, undo)).equals(digest))
                .map(undo -> undo.stream().map(Undo::what).collect(Collectors.joining(" and ")))
                .findFirst();
    }

    private static Stream<List<Undo>> combinations() {
        return UNDO.get(0).stream()
                .flatMap(mark -> UNDO.get(1).stream()
                        .flatMap(ends -> UNDO.get(2).stream()
                                .map(last -> Stream.of(last, ends, mark)
                                        .filter(undo -> !undo.equals(NONE))
                                        .toList())));
    }

    private static String undone(String text, List<Undo> undo) {
        String result = text;
        for (Undo step : undo) {
            result = step.undo().apply(result);
        }
        return result;
    }

    private static Optional<String> partialMatch(ArticleText text, List<ClaimedSpan> spans) {
        long hold = spans.stream().filter(span -> span.matches(text)).count();
        List<String> quotations = spans.stream()
                .flatMap(span -> span.exact().stream())
                .filter(words -> words.codePointCount(0, words.length()) >= MIN_QUOTATION_LENGTH)
                .toList();
        long found =
                quotations.stream().filter(words -> !text.find(words).isEmpty()).count();
        if (hold * 2 <= spans.size() && found * 2 <= quotations.size()) {
            return Optional.empty();
        }
        if (hold == spans.size()) {
            return Optional.of(
                    "all " + hold + " spans match; it differs elsewhere, or the article's rec:digest is wrong");
        }
        return Optional.of("differs: " + hold + " of " + spans.size() + " spans match"
                + (quotations.isEmpty()
                        ? ""
                        : " and " + found + " of " + quotations.size() + " quotations occur in it"));
    }

    /** A common alteration of a text and its reversal. */
    private record Undo(String what, UnaryOperator<String> undo) {}
}
