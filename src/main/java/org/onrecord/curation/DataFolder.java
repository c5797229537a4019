// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.source.Reason;
import org.onrecord.source.SourceFile;

/**
 * The folder {@code data/} of a home, for writing.
 *
 * @param root the folder of the home
 */
record DataFolder(Path root) {
    private static final Pattern NAME = Pattern.compile("data(/[A-Za-z0-9][A-Za-z0-9._-]*)+[.]ttl");
    private static final String TEMPORARY = ".new";

    /**
     * The path of a file.
     *
     * @throws EditRefusedException if the name is not that of a Turtle file below {@code data/}, or leads out of the
     * folder by a symbolic link
     */
    Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new EditRefusedException("'" + name + "' is not the name of a data file; use data/.../NAME.ttl"
                    + " with letters, digits, '.', '_' and '-'");
        }
        Path file = root.resolve(name);
        try {
            Path existing = file;
            while (!Files.exists(existing)) {
                existing = Optional.ofNullable(existing.getParent()).orElseThrow();
            }
            Path real = existing.toRealPath();
            boolean inside = real.startsWith(root.resolve("data").toRealPath());
            if (!inside || Files.isSymbolicLink(file)) {
                throw new EditRefusedException("'" + name + "' leads out of the folder data by a symbolic link to '"
                        + real + "'; only files in data itself are changed");
            }
            return file;
        } catch (IOException e) {
            throw failed(name, e);
        }
    }

    /** Whether a file has these bytes. */
    boolean has(String name, String text) {
        Path file = path(name);
        try {
            return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(name, e);
        }
    }

    /**
     * Writes and deletes files. All texts are written beside their files before the first file is replaced.
     *
     * @param texts the text of each file to write, by name
     * @param deleted the names of the files to delete
     * @throws UncheckedIOException if a file cannot be written; if no text could be written, nothing is changed
     */
    void change(Map<String, String> texts, List<String> deleted) {
        List<Path> temporary = new ArrayList<>();
        try {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                temporary.add(prepare(text.getKey(), text.getValue()));
            }
            for (String name : texts.keySet()) {
                replace(name);
            }
            for (String name : deleted) {
                delete(name);
            }
        } finally {
            temporary.forEach(DataFolder::discard);
        }
    }

    private Path prepare(String name, String text) {
        Path file = path(name);
        Path temporary = temporary(file);
        try {
            Files.createDirectories(temporary.resolveSibling(".").normalize());
            return SourceFile.prepare(file, TEMPORARY, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(name, e);
        }
    }

    private void replace(String name) {
        Path file = path(name);
        try {
            Files.move(temporary(file), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed(name, e);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw failed(name, e);
        }
    }

    private static Path temporary(Path file) {
        return file.resolveSibling(file.getFileName() + TEMPORARY);
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw failed(temporary.toString(), e);
        }
    }

    private static UncheckedIOException failed(String name, IOException cause) {
        return new UncheckedIOException("'" + name + "' cannot be written: " + Reason.of(cause), cause);
    }
}
