// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.source.SourceFile;
import org.onrecord.source.UnreadableFileException;

/**
 * The texts in a folder, without subfolders and hidden files.
 *
 * @param texts the texts, sorted by file name
 * @param notes the skipped files, with the reason
 */
public record TextFolder(List<ArticleText> texts, List<String> notes) {
    private static final long MAX_BYTES = 16L << 20;

    public TextFolder {
        texts = List.copyOf(texts);
        notes = List.copyOf(notes);
    }

    /**
     * Reads a folder.
     *
     * @throws UnreadableFileException if it is missing or not a folder, or a file cannot be read
     */
    public static TextFolder read(Path folder) {
        List<ArticleText> texts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Path path : files(folder)) {
            String name = String.valueOf(path.getFileName());
            if (path.toFile().length() > MAX_BYTES) {
                notes.add("'" + name + "' was skipped: it is larger than 16 MiB");
                continue;
            }
            Optional<ArticleText> text =
                    ArticleText.of(name, SourceFile.at(path).bytes());
            text.ifPresentOrElse(
                    texts::add, () -> notes.add("'" + name + "' was skipped: it is not UTF-8; save it as UTF-8"));
        }
        return new TextFolder(texts, notes);
    }

    /** The text with a digest. */
    public Optional<ArticleText> withDigest(String digest) {
        return texts.stream().filter(text -> text.digest().equals(digest)).findFirst();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnreadableFileException(SourceFile.at(folder).name(), e);
        }
    }
}
