// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds comments in Turtle. They are not part of the graph and are lost when it is written. */
public final class Comments {
    /** Tokens that may contain {@code #}, then comments (Turtle 1.1, 6.5). */
    private static final Pattern TOKEN = Pattern.compile("""
            <[^<>\\s]*> | \"""(?:[^"\\\\]|\\\\.|"(?!""))*+\""" | '''(?:[^'\\\\]|\\\\.|'(?!''))*+'''
            | "(?:[^"\\\\\\n]|\\\\.)*+" | '(?:[^'\\\\\\n]|\\\\.)*+' | \\\\. | (?<comment>\\#[^\\n]*)
            """, Pattern.COMMENTS | Pattern.DOTALL);

    private Comments() {}

    /** Start of the first comment in well-formed Turtle, or empty. */
    public static Optional<Position> first(String turtle) {
        Matcher tokens = TOKEN.matcher(turtle);
        while (tokens.find()) {
            if (tokens.group("comment") != null) {
                return Optional.of(position(turtle, tokens.start()));
            }
        }
        return Optional.empty();
    }

    private static Position position(String text, int index) {
        long line = text.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
        return new Position(line, index - text.lastIndexOf('\n', index - 1));
    }
}
