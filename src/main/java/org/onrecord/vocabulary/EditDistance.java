// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

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
        int[] before = new int[b.length() + 1];
        int[] last = row(0, b.length());
        for (int i = 1; i <= a.length(); i++) {
            int[] next = next(a, b, i, new int[][] {before, last});
            before = last;
            last = next;
        }
        return last[b.length()];
    }

    private static int[] row(int first, int length) {
        int[] row = new int[length + 1];
        for (int j = 0; j <= length; j++) {
            row[j] = first + j;
        }
        return row;
    }

    private static int[] next(String a, String b, int i, int[][] rows) {
        int[] before = rows[0];
        int[] last = rows[1];
        int[] next = row(i, b.length());
        for (int j = 1; j <= b.length(); j++) {
            int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
            next[j] = Math.min(Math.min(last[j], next[j - 1]) + 1, last[j - 1] + same);
            if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                next[j] = Math.min(next[j], before[j - 2] + 1);
            }
        }
        return next;
    }
}
