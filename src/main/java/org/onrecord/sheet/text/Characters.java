// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text with blanks, quotation marks, apostrophes and dashes made equal, and where each code point comes from. */
final class Characters {
    private static final String DOUBLE_MARKS = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB";
    private static final String SINGLE_MARKS = "'`\u2018\u2019\u201A\u201B\u00B4\u02BC\u2039\u203A";

    private final int[] normal;
    private final int[] origin;

    /** Normalizes a text: runs of white space are one blank. */
    Characters(int[] text) {
        int[] codes = new int[text.length];
        int[] from = new int[text.length + 1];
        int length = 0;
        for (int at = 0; at < text.length; at++) {
            int code = normal(text[at]);
            if (code != ' ' || length == 0 || codes[length - 1] != ' ') {
                from[length] = at;
                codes[length++] = code;
            }
        }
        from[length] = text.length;
        this.normal = Arrays.copyOf(codes, length);
        this.origin = Arrays.copyOf(from, length + 1);
    }

    /** The stretches of the text with these words, in text order. */
    List<Stretch> find(String words) {
        int[] wanted = new Characters(words.strip().codePoints().toArray()).normal;
        List<Stretch> found = new ArrayList<>();
        for (int at = 0; wanted.length > 0 && at + wanted.length <= normal.length; at++) {
            int end = at + wanted.length;
            if (Arrays.equals(normal, at, end, wanted, 0, wanted.length) && isBoundary(at) && isBoundary(end)) {
                found.add(new Stretch(origin[at], origin[end - 1] + 1));
            }
        }
        return found;
    }

    /** Whether no word goes on over this place. */
    private boolean isBoundary(int at) {
        return at == 0
                || at == normal.length
                || !Character.isLetterOrDigit(normal[at - 1])
                || !Character.isLetterOrDigit(normal[at]);
    }

    static boolean isDoubleMark(int code) {
        return DOUBLE_MARKS.indexOf(code) >= 0;
    }

    private static int normal(int code) {
        if (isDoubleMark(code)) {
            return '"';
        }
        if (SINGLE_MARKS.indexOf(code) >= 0) {
            return '\'';
        }
        if (Character.getType(code) == Character.DASH_PUNCTUATION || code == '\u2212') {
            return '-';
        }
        return Character.isWhitespace(code) || code == '\u00A0' || code == '\u202F' ? ' ' : code;
    }
}
