// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import java.util.Arrays;

/** The number of edits between two names, for "did you mean". Time and memory are bounded by the length of a name. */
public final class EditDistance {
    /** Longer names are not compared, to bound the time. */
    public static final int MAX_NAME_LENGTH = 64;

    private EditDistance() {}

    /**
     * The least number of insertions, deletions, replacements and transpositions of adjacent characters that turn one
     * name into another (optimal string alignment).
     *
     * @param limit the largest distance of interest
     * @return the distance; any number above {@code limit} if it is larger, or if {@code a} is too long to be compared
     */
    public static int between(String a, String b, int limit) {
        if (a.length() > MAX_NAME_LENGTH || Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
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
