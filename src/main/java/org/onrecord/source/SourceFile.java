// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file and its name for messages.
 *
 * @param name the name for messages, with {@code /} as separator, such as {@code data/articles/a.ttl}
 * @param path the path of the file
 */
public record SourceFile(String name, Path path) {

    /** The file at a path, with the path as name. */
    public static SourceFile at(Path path) {
        return new SourceFile(path.toString().replace('\\', '/'), path);
    }

    /**
     * The file at a path, or all files with an extension below a folder, sorted by name. Symbolic links are
     * followed.
     *
     * @param extension such as {@code .ttl}; ignored if the path is a file
     * @throws UnreadableFileException if the path does not exist or the folder cannot be read
     */
    public static List<SourceFile> below(Path path, String extension) {
        if (!Files.exists(path)) {
            throw new UnreadableFileException(path.toString(), "check the path");
        }
        if (!Files.isDirectory(path)) {
            return List.of(at(path));
        }
        try (Stream<Path> found = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            return found.filter(file -> file.toString().endsWith(extension) && Files.isRegularFile(file))
                    .map(SourceFile::at)
                    .sorted(Comparator.comparing(SourceFile::name))
                    .toList();
        } catch (IOException e) {
            throw new UnreadableFileException(path.toString(), e);
        } catch (UncheckedIOException e) {
            throw new UnreadableFileException(path.toString(), new IOException(Reason.of(e), e));
        }
    }

    /**
     * Reads the file.
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

    /** A name without its first folder and extension, with hyphens between folders: {@code articles-a}. */
    public static String slug(String name) {
        String below = name.substring(name.indexOf('/') + 1);
        int dot = below.lastIndexOf('.');
        return (dot < 0 ? below : below.substring(0, dot)).replace('/', '-');
    }
}
