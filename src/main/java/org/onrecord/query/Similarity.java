// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.onrecord.vocabulary.EditDistance;

/** Compares names for suggestions. */
public final class Similarity {
    private static final int MAX_SUGGESTIONS = 3;
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Similarity() {}

    /**
     * At most three candidates that contain the words or have a small edit distance, the most similar first. Empty for
     * texts of more than {@link EditDistance#MAX_NAME_LENGTH} characters.
     */
    public static List<String> nearest(String word, Collection<String> candidates) {
        if (word.length() > EditDistance.MAX_NAME_LENGTH) {
            return List.of();
        }
        String folded = fold(word);
        int limit = Math.max(2, folded.length() / 3);
        return candidates.stream()
                .distinct()
                .filter(candidate -> score(folded, fold(candidate), limit) <= limit)
                .sorted(Comparator.<String>comparingInt(candidate -> score(folded, fold(candidate), limit))
                        .thenComparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MAX_SUGGESTIONS)
                .toList();
    }

    /** Normalizes a name for comparison: NFKD without combining marks, lower case, single spaces, i for dotless i. */
    static String fold(String text) {
        String bare = MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i')
                .replace('’', '\'')
                .strip();
        return SPACE.matcher(bare).replaceAll(" ");
    }

    /** 0 if equal, 1 if one contains the other or its words, else the edit distance, or more than {@code limit}. */
    private static int score(String word, String candidate, int limit) {
        if (word.equals(candidate)) {
            return 0;
        }
        boolean part = word.length() > 2 && candidate.contains(word)
                || candidate.length() > 2 && word.contains(candidate)
                || word.contains(" ") && List.of(candidate.split(" ")).containsAll(List.of(word.split(" ")));
        return part ? 1 : EditDistance.between(word, candidate, limit);
    }
}
