// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A Turtle file, the text that it has and the text that it should have.
 *
 * @param file the file
 * @param before its text
 * @param after the same graph in the project's layout
 */
public record Formatted(SourceFile file, String before, String after) {

    /**
     * Lays out a file's graph anew.
     *
     * @throws BrokenFileException if the file is not Turtle, or holds what the layout would lose: a comment, a blank node
     */
    public static Formatted of(SourceFile file) {
        byte[] bytes = file.bytes();
        var graph = TurtleReader.read(file.name(), bytes).graph();
        String before = new String(bytes, StandardCharsets.UTF_8);
        Comments.first(before).ifPresent(at -> {
            throw new BrokenFileException(
                    file.name(), at, "This comment would be lost; write it as a triple (rec:codingNote) or delete it");
        });
        try {
            return new Formatted(file, before, TurtleWriter.write(graph, Layout.DEFAULT));
        } catch (IllegalArgumentException e) {
            throw new BrokenFileException(file.name(), new Position(1, 1), Reason.of(e));
        }
    }

    /** Whether the file is laid out as it should be. */
    public boolean isSame() {
        return before.equals(after);
    }

    /**
     * Replaces the file in one step, so that a full disk leaves the old one whole.
     *
     * @throws UncheckedIOException if the file cannot be replaced
     */
    public void write() {
        Path target = file.path();
        Path temporary = target.resolveSibling(target.getFileName() + ".new");
        try {
            Files.writeString(temporary, after);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file.name() + "' cannot be written: " + Reason.of(e), e);
        }
    }
}
