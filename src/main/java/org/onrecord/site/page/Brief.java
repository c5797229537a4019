// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

/** Texts cut to what is enough to recognise them. */
public final class Brief {
    private static final int DIGITS = 12;

    private Brief() {}

    /** The first digits of a hash. */
    public static String digest(String hash) {
        return hash.substring(0, Math.min(DIGITS, hash.length()));
    }

    /** A label of at most so many code points; one that is longer ends in an ellipsis. */
    public static String label(String label, int most) {
        return label.codePointCount(0, label.length()) <= most
                ? label
                : label.substring(0, label.offsetByCodePoints(0, most - 1)) + "…";
    }
}
