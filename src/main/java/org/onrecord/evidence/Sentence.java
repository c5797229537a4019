// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence or a separate line (headline, heading) of an article, and its gaps.
 *
 * @param number its number in the text, from 1
 * @param start its first code point, counted from 0
 * @param end the code point after its last
 * @param gaps the uncovered stretches, in text order
 */
public record Sentence(int number, int start, int end, List<Gap> gaps) {
    /** A line end, or white space between closing and opening punctuation. */
    private static final Pattern BREAK = Pattern.compile(
            "\\s*[\\r\\n]+\\s*|(?<=[.!?\u2026][\"'\u201D\u2019)]{0,2})(?<!\\b(?:Mr|Mrs|Ms|Dr|Gen|St|\\p{Lu})\\.)\\s+(?=[\"'\u201C\u2018(]{0,2}\\p{Lu})");

    public Sentence {
        gaps = List.copyOf(gaps);
    }

    /** The sentences of a text, without gaps. Initials and titles with a full stop do not end a sentence. */
    public static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        Matcher matcher = BREAK.matcher(text);
        int from = 0;
        while (matcher.find()) {
            add(text, from, matcher.start(), sentences);
            from = matcher.end();
        }
        add(text, from, text.length(), sentences);
        return sentences;
    }

    private static void add(String text, int from, int to, List<Sentence> sentences) {
        if (from < to) {
            int start = text.codePointCount(0, from);
            sentences.add(new Sentence(sentences.size() + 1, start, start + text.codePointCount(from, to), List.of()));
        }
    }

    /** This sentence with gaps. */
    Sentence with(List<Gap> found) {
        return new Sentence(number, start, end, found);
    }

    /**
     * An uncovered part of a sentence, trimmed to its first and last letter or digit.
     *
     * @param start the first code point, counted from 0
     * @param end the code point after the last
     * @param words its text
     */
    public record Gap(int start, int end, String words) {
        /** Words without content of their own: function words, and the days of the week, which may give no date. */
        private static final Set<String> FUNCTION_WORDS = Set.of("""
                a addition additionally after also an and as at but by earlier for from furthermore however immediately in
                into later meanwhile moreover of on or response speaking that the then to turn which while with yet
                monday tuesday wednesday thursday friday saturday sunday""".split("\\s+"));

        /** Whether the text is function words and punctuation only, ignoring case. It may remain uncovered. */
        public boolean hasNoContent() {
            return Stream.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                    .allMatch(FUNCTION_WORDS::contains);
        }
    }
}
