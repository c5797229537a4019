// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.vocabulary.BaseIri;

/**
 * A Turtle file, its text and its canonical text.
 *
 * @param file the file
 * @param before its text
 * @param after the canonical text of the same graph
 */
public record Formatted(SourceFile file, String before, String after) {
    /** Tokens that may contain {@code #}, then comments (Turtle 1.1, 6.5). */
    private static final Pattern TOKEN = Pattern.compile("""
            <[^<>\\s]*> | \"""(?:[^"\\\\]|\\\\.|"(?!""))*+\""" | '''(?:[^'\\\\]|\\\\.|'(?!''))*+'''
            | "(?:[^"\\\\\\n]|\\\\.)*+" | '(?:[^'\\\\\\n]|\\\\.)*+' | \\\\. | (\\#[^\\n]*)
            """, Pattern.COMMENTS | Pattern.DOTALL);

    private static final Pattern BASE = Pattern.compile("(?m)^@base\\s+<(https?://[^\\s<>?#]+/)>");

    /**
     * Formats the graph of a file.
     *
     * @throws BrokenFileException if the file is not valid Turtle, or contains a comment or a blank node
     */
    public static Formatted of(SourceFile file) {
        byte[] bytes = file.bytes();
        var graph = TurtleReader.read(file.name(), bytes).graph();
        String before = new String(bytes, StandardCharsets.UTF_8);
        rejectComment(file.name(), before);
        try {
            return new Formatted(file, before, TurtleWriter.write(graph, layout(before)));
        } catch (IllegalArgumentException e) {
            throw new BrokenFileException(file.name(), new Position(1, 1), Reason.of(e));
        }
    }

    /**
     * Rejects a file that cannot be replaced by the canonical text of its graph.
     *
     * @throws BrokenFileException if it contains a comment
     */
    public static void rejectComments(SourceFile file) {
        rejectComment(file.name(), new String(file.bytes(), StandardCharsets.UTF_8));
    }

    private static void rejectComment(String name, String turtle) {
        firstComment(turtle).ifPresent(at -> {
            throw new BrokenFileException(
                    name, at, "This comment would be lost; write it as a triple (rec:codingNote) or delete it");
        });
    }

    /** The layout with the base that a file declares; that of the program's files if it declares none. */
    private static Layout layout(String turtle) {
        return BASE.matcher(turtle)
                .results()
                .map(base -> Layout.of(new BaseIri(base.group(1))))
                .findFirst()
                .orElse(Layout.DEFAULT);
    }

    /** Whether the file is in canonical form. */
    public boolean isSame() {
        return before.equals(after);
    }

    /**
     * Replaces the file, or what a symbolic link stands for, atomically. Permissions remain. On failure the old file is
     * unchanged.
     *
     * @throws UncheckedIOException if the file cannot be replaced
     */
    public void write() {
        try {
            SourceFile.replace(file.path(), after.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file.name() + "' cannot be written: " + Reason.of(e), e);
        }
    }

    /** The start of the first comment in well-formed Turtle. Comments are not part of the graph. */
    static Optional<Position> firstComment(String turtle) {
        return TOKEN.matcher(turtle)
                .results()
                .filter(token -> token.group(1) != null)
                .map(token -> Position.at(turtle, token.start()))
                .findFirst();
    }
}
