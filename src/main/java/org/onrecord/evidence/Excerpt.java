// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

/** Short excerpts of texts for messages. */
final class Excerpt {
    /** Maximum length in code points. */
    static final int LENGTH = 40;

    private static final int BEFORE = 15;

    private Excerpt() {}

    /** The start of a text, quoted. */
    static String start(String text) {
        return around(text, 0);
    }

    /** The text around its first difference from another text, quoted. */
    static String difference(String text, String other) {
        int[] a = text.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        int at = 0;
        while (at < a.length && at < b.length && a[at] == b[at]) {
            at++;
        }
        return around(text, at);
    }

    private static String around(String text, int at) {
        int[] all = text.codePoints().toArray();
        int from = Math.max(0, Math.min(at - BEFORE, all.length - LENGTH));
        int length = Math.min(LENGTH, all.length - from);
        String piece = new String(all, from, length).replace("\n", "\\n").replace("\r", "\\r");
        return "'" + (from > 0 ? "..." : "") + piece + (from + length < all.length ? "..." : "") + "'";
    }
}
