// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The distinct words of an index. Immutable. Scanning about ten thousand words is faster than Lucene's fuzzy query,
 * which compiles automata.
 */
final class Vocabulary {
    private final List<String> words;

    Vocabulary(Collection<String> words) {
        this.words = words.stream().distinct().sorted().toList();
    }

    /** The words with exactly this edit distance. */
    List<String> atDistance(String word, int edits) {
        return words.stream()
                .filter(other -> Math.abs(other.length() - word.length()) <= edits)
                .filter(other -> distance(word, other) == edits)
                .toList();
    }

    /**
     * The optimal string alignment distance: insertions, deletions, replacements and transpositions of adjacent
     * letters.
     */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (areTransposed(a, i, b, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private static boolean areTransposed(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
