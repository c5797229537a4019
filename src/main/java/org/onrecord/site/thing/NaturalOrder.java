// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.thing;

/** Natural sort order: digit sequences compare as numbers, so that 2 sorts before 10. */
final class NaturalOrder {
    private NaturalOrder() {}

    /** Compares two texts; 0 only if equal. */
    static int compare(String left, String right) {
        int at = 0;
        int other = 0;
        while (at < left.length() && other < right.length()) {
            int end = end(left, at);
            int otherEnd = end(right, other);
            int order = end > at && otherEnd > other
                    ? numbers(left.substring(at, end), right.substring(other, otherEnd))
                    : Character.compare(left.charAt(at), right.charAt(other));
            if (order != 0) {
                return order;
            }
            at = Math.max(end, at + 1);
            other = Math.max(otherEnd, other + 1);
        }
        int rest = Integer.compare(left.length() - at, right.length() - other);
        return rest == 0 ? left.compareTo(right) : rest;
    }

    /** The end of the digit sequence at {@code start}. */
    private static int end(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Compares numbers of any length. */
    private static int numbers(String left, String right) {
        String one = withoutZeros(left);
        String other = withoutZeros(right);
        return one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length());
    }

    private static String withoutZeros(String digits) {
        int at = 0;
        while (at < digits.length() && digits.charAt(at) == '0') {
            at++;
        }
        return digits.substring(at);
    }
}
