// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

/** Abbreviates texts. */
public final class Brief {
    private static final int DIGITS = 12;

    private Brief() {}

    /** The first 12 digits of a hash. */
    public static String digest(String hash) {
        return hash.substring(0, Math.min(DIGITS, hash.length()));
    }

    /** Truncates a label to {@code max} code points, with an ellipsis. */
    public static String label(String label, int max) {
        return label.codePointCount(0, label.length()) <= max
                ? label
                : label.substring(0, label.offsetByCodePoints(0, max - 1)) + "…";
    }
}
