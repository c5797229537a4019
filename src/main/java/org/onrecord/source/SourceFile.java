// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file and its name for messages.
 *
 * @param name the name for messages, with {@code /} as separator, such as {@code data/articles/a.ttl}
 * @param path the path of the file
 */
public record SourceFile(String name, Path path) {
    private static final Pattern DIGITS = Pattern.compile("/(\\d+/)+");

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
        return entries(path).stream()
                .filter(file -> file.name().endsWith(extension) && Files.isRegularFile(file.path()))
                .toList();
    }

    /**
     * All files below a folder, sorted by name, and symbolic links to nothing; other links are followed.
     *
     * @throws UnreadableFileException if the folder cannot be read
     */
    static List<SourceFile> entries(Path folder) {
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return found.filter(file -> !Files.isDirectory(file))
                    .map(SourceFile::at)
                    .sorted(Comparator.comparing(SourceFile::name))
                    .toList();
        } catch (IOException e) {
            throw new UnreadableFileException(folder.toString(), e);
        } catch (UncheckedIOException e) {
            throw new UnreadableFileException(folder.toString(), new IOException(Reason.of(e), e));
        }
    }

    /**
     * Replaces a file atomically, or what a symbolic link stands for. Its permissions remain. On failure the old file is
     * unchanged.
     */
    public static void replace(Path file, byte[] bytes) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path temporary = prepare(target, ".new", bytes);
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes a new version beside a file, with the permissions of the file if it exists. */
    public static Path prepare(Path file, String extension, byte[] bytes) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + extension);
        if (Files.exists(file)) {
            Files.copy(file, temporary, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return Files.write(temporary, bytes);
    }

    /**
     * Time of modification, size and key of the file: if they are the same, its content is taken to be the same.
     *
     * @throws UnreadableFileException if the file is missing
     */
    public String state() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException e) {
            throw new UnreadableFileException(name, e);
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

    /**
     * A name without its first folder and extension, with hyphens between folders: {@code articles-a}. Folders of digits do not
     * count, so that articles can be filed by year and month: {@code data/articles/2023/10/a.ttl} is {@code articles-a}, too.
     */
    public static String slug(String name) {
        String below = DIGITS.matcher("/" + name.substring(name.indexOf('/') + 1))
                .replaceAll("/")
                .substring(1);
        int dot = below.lastIndexOf('.');
        return (dot < 0 ? below : below.substring(0, dot)).replace('/', '-');
    }
}
