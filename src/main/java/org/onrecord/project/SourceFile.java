// SPDX-License-Identifier: Apache-2.0
package org.onrecord.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the project, or one that a user named: what it is called in messages, and where it is.
 *
 * @param name the name shown to people, with {@code /} between folders, such as {@code data/articles/a.ttl}
 * @param path where the bytes are
 */
public record SourceFile(String name, Path path) {

    /** The file at a path that a user gave, known by that path. */
    public static SourceFile at(Path path) {
        return new SourceFile(path.toString().replace('\\', '/'), path);
    }

    /**
     * The bytes of the file, read now.
     *
     * @throws UnreadableFileException if the file is missing or cannot be read
     */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UnreadableFileException(name, e);
        }
    }

    /** The name below the first folder, without its ending, with hyphens between folders: {@code articles-a}. */
    public String slug() {
        String below = name.substring(name.indexOf('/') + 1);
        int dot = below.lastIndexOf('.');
        return (dot < 0 ? below : below.substring(0, dot)).replace('/', '-');
    }
}
