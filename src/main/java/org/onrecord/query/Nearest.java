// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which known words a mistaken one may have meant, and what two spellings have to share to be one word. */
final class Nearest {
    private static final int AT_MOST = 3;

    private Nearest() {}

    /** The candidates that hold the word or are few edits away from it: at most three, the nearest first. */
    static List<String> to(String word, Collection<String> candidates) {
        String folded = fold(word);
        int bound = Math.max(2, folded.length() / 3);
        return candidates.stream()
                .distinct()
                .filter(candidate -> score(folded, fold(candidate)) <= bound)
                .sorted(Comparator.<String>comparingInt(candidate -> score(folded, fold(candidate)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(AT_MOST)
                .toList();
    }

    /**
     * The form in which names are compared: Unicode NFKD without combining marks, in lower case, with single blanks; the
     * dotless i counts as an i.
     */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i')
                .replace('’', '\'')
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** 0 for the same, 1 if one holds the other as a part of some length, else the number of edits. */
    private static int score(String word, String candidate) {
        if (word.equals(candidate)) {
            return 0;
        }
        boolean part =
                word.length() > 2 && candidate.contains(word) || candidate.length() > 2 && word.contains(candidate);
        return part ? 1 : distance(word, candidate);
    }

    /** Levenshtein's distance: how many letters to insert, delete or replace. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
