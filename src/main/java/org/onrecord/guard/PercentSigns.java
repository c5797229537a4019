// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.Locale;

/**
 * Percent signs in the separators of GROUP_CONCAT, which Jena 5.6.0 takes for the formats of a printer while it parses:
 * {@code SEPARATOR='%d'} is refused, and {@code SEPARATOR='%2000000000%'} builds a text of that length. They are hidden
 * before a query is parsed, and shown again when it runs.
 */
public final class PercentSigns {
    /** A character of Unicode that is none, and so in nobody's text. */
    private static final char HIDDEN = '\uFDD0';

    private static final String KEYWORD = "SEPARATOR";
    private static final int SHORT_ESCAPE = 6;
    private static final int LONG_ESCAPE = 10;

    private PercentSigns() {}

    /** The query with the percent signs of its separators hidden. */
    public static String hide(String query) {
        if (!query.toUpperCase(Locale.ROOT).contains(KEYWORD)) {
            return query;
        }
        StringBuilder hidden = new StringBuilder(query.length());
        String before = "";
        for (int at = 0; at < query.length(); ) {
            int end = tokenEnd(query, at);
            String token = query.substring(at, end);
            boolean text = token.charAt(0) == '"' || token.charAt(0) == '\'';
            hidden.append(text && before.equals(KEYWORD + "=") ? hideIn(token) : token);
            before = token.isBlank() || token.charAt(0) == '#' ? before : follow(before, token);
            at = end;
        }
        return hidden.toString();
    }

    /** A separator as it was written. */
    public static String show(String separator) {
        return separator.replace(HIDDEN, '%');
    }

    private static String follow(String before, String token) {
        if (token.equalsIgnoreCase(KEYWORD)) {
            return KEYWORD;
        }
        return token.equals("=") && before.equals(KEYWORD) ? KEYWORD + "=" : "";
    }

    private static int tokenEnd(String query, int at) {
        char c = query.charAt(at);
        if (c == '#') {
            int end = query.indexOf('\n', at);
            return end < 0 ? query.length() : end;
        }
        if (c == '"' || c == '\'') {
            return textEnd(query, at, c);
        }
        if (c == '<') {
            return iriEnd(query, at);
        }
        int end = at + 1;
        if (Character.isLetterOrDigit(c)) {
            while (end < query.length() && Character.isLetterOrDigit(query.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private static int textEnd(String query, int at, char quote) {
        String three = String.valueOf(quote).repeat(3);
        String close = query.startsWith(three, at) ? three : String.valueOf(quote);
        for (int i = at + close.length(); i < query.length(); i++) {
            if (query.charAt(i) == '\\') {
                i++;
            } else if (query.startsWith(close, i)) {
                return i + close.length();
            }
        }
        return query.length();
    }

    private static int iriEnd(String query, int at) {
        for (int i = at + 1; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            if (c <= ' ' || "<\"{}|^`".indexOf(c) >= 0) {
                break;
            }
        }
        return at + 1;
    }

    private static String hideIn(String text) {
        StringBuilder hidden = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int sign = signAt(text, i);
            int taken = sign > 0 ? sign : text.charAt(i) == '\\' && i + 1 < text.length() ? 2 : 1;
            hidden.append(sign > 0 ? String.valueOf(HIDDEN) : text.substring(i, i + taken));
            i += taken;
        }
        return hidden.toString();
    }

    /** How long the percent sign at a place is, as it is or escaped; 0 if there is none. */
    private static int signAt(String text, int at) {
        if (text.charAt(at) == '%') {
            return 1;
        }
        if (text.startsWith("\\u0025", at)) {
            return SHORT_ESCAPE;
        }
        return text.startsWith("\\U00000025", at) ? LONG_ESCAPE : 0;
    }
}
