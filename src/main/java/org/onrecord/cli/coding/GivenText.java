// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.evidence.ArticleText;
import org.onrecord.source.Reason;
import org.onrecord.source.SourceFile;

/**
 * The text of an article that is not coded yet.
 *
 * @param file where it is
 * @param texts the folder of texts of the home
 */
record GivenText(Path file, Path texts) {
    /** The name of the file. */
    String name() {
        return String.valueOf(file.getFileName());
    }

    /** The text. */
    ArticleText read() {
        return ArticleText.read(new SourceFile(name(), file));
    }

    /** The name of the file as a slug. */
    String slug() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return slug(dot < 1 ? name : name.substring(0, dot));
    }

    /** A name as a slug. */
    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /**
     * The place of the sheet of the text.
     *
     * @throws CommandException if there is one already, or the folder has another text of the same name
     */
    Path newSheet(String slug) {
        Path sheet = texts.resolve(slug + ".yaml");
        checkNew(sheet);
        try {
            Path own = texts.resolve(name());
            if (Files.exists(own) && Files.mismatch(file, own) >= 0) {
                throw new CommandException(
                        ExitCode.USAGE, "'" + own + "' is another text of the same name; rename the new one");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' cannot be read: " + Reason.of(e), e);
        }
        return sheet;
    }

    private static void checkNew(Path sheet) {
        if (Files.exists(sheet)) {
            throw new CommandException(ExitCode.USAGE, "'" + sheet + "' exists; delete it, or give another --id");
        }
    }

    /** Copies the text into the folder of texts, unless it is there. */
    void keep() throws IOException {
        Files.createDirectories(texts);
        Path own = texts.resolve(name());
        if (!Files.exists(own)) {
            Files.copy(file, own);
        }
    }
}
