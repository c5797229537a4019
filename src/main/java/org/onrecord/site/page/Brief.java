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

    /** Truncates a label to {@code most} code points, with an ellipsis. */
    public static String label(String label, int most) {
        return label.codePointCount(0, label.length()) <= most
                ? label
                : label.substring(0, label.offsetByCodePoints(0, most - 1)) + "…";
    }
}
