// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.onrecord.evidence.ArticleText;

/** Article texts of the operator. Others than the operator see only passages around evidence. Immutable. */
public final class Passages {
    /** No texts. */
    public static final Passages NONE = new Passages(List.of());

    /** Maximum code points of context before and after the words. */
    private static final int MAX_CONTEXT = 160;

    /** Maximum code points of the words; longer ones are truncated in the middle. */
    private static final int MAX_WORDS = 800;

    private static final Pattern CUT_AT_FRONT = Pattern.compile("^\\S*\\s+");
    private static final Pattern CUT_AT_END = Pattern.compile("\\s+\\S*$");

    private final Map<String, ArticleText> texts;
    private final boolean whole;

    /** Creates passages of texts. */
    public Passages(Collection<ArticleText> texts) {
        this(texts.stream().collect(Collectors.toMap(ArticleText::digest, text -> text, (a, b) -> a)), false);
    }

    private Passages(Map<String, ArticleText> texts, boolean whole) {
        this.texts = texts;
        this.whole = whole;
    }

    /** Identifies the texts: equal for equal texts; 64 lower-case hex digits. */
    public String digest() {
        return DigestUtils.sha256Hex(String.join(" ", new TreeSet<>(texts.keySet())));
    }

    /** Returns a copy that shows whole texts, for the operator. */
    public Passages whole() {
        return new Passages(texts, true);
    }

    /** The whole text of an article; empty unless it is available and may be shown. */
    Optional<ArticleText> text(String digest) {
        return Optional.ofNullable(texts.get(digest)).filter(text -> whole);
    }

    /**
     * Words with context.
     *
     * @param before the preceding text, at most 160 code points
     * @param words the words
     * @param after the following text, at most 160 code points
     */
    public record Passage(String before, String words, String after) {}

    /**
     * Returns the words at a position of a text, with context.
     *
     * @param digest the SHA-256 of the article's text
     * @param start the first code point, inclusive
     * @param end the last code point, exclusive
     * @return empty if the text is not available or too short
     */
    public Optional<Passage> at(String digest, int start, int end) {
        return Optional.ofNullable(texts.get(digest))
                .filter(text -> text.holds(start, end))
                .map(text -> new Passage(before(text, start), words(text, start, end), after(text, end)));
    }

    /** The words at a position of a text, whole; empty if the text is not available or too short. */
    Optional<String> words(String digest, int start, int end) {
        return Optional.ofNullable(texts.get(digest))
                .filter(text -> text.holds(start, end))
                .map(text -> text.substring(start, end));
    }

    private static String words(ArticleText text, int start, int end) {
        return end - start <= MAX_WORDS
                ? text.substring(start, end)
                : text.substring(start, start + MAX_WORDS / 2) + " … " + text.substring(end - MAX_WORDS / 2, end);
    }

    /** Removes partial words. */
    private static String before(ArticleText text, int start) {
        if (start == 0) {
            return "";
        }
        int from = Math.max(0, start - MAX_CONTEXT);
        String shown = text.substring(from, start);
        return from == 0 ? shown : "… " + CUT_AT_FRONT.matcher(shown).replaceFirst("");
    }

    private static String after(ArticleText text, int end) {
        if (end == text.length()) {
            return "";
        }
        int until = Math.min(text.length(), end + MAX_CONTEXT);
        String shown = text.substring(end, until);
        return until == text.length() ? shown : CUT_AT_END.matcher(shown).replaceFirst("") + " …";
    }
}
