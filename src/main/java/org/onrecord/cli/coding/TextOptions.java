// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The text of an article that is not coded yet, and what is known of it. */
final class TextOptions {
    @Parameters(arity = "1", paramLabel = "TEXT", description = "The text, in UTF-8, a paragraph on each line.")
    private Path text;

    @Option(names = "--id", paramLabel = "ID", description = "The slug of the article. Default: the name of the file.")
    private @Nullable String id;

    @Option(names = "--url", paramLabel = "URL", defaultValue = "", description = "The address of the article.")
    private String url;

    @Option(
            names = "--published",
            paramLabel = "DAY",
            defaultValue = "",
            description = "The day of publication, such as 2023-10-04.")
    private String published;

    /** The text, which is kept in the folder of texts. */
    GivenText in(Path texts) {
        return new GivenText(text, texts);
    }

    /** The slug of the article. */
    String slug(GivenText given) {
        return id == null ? given.slug() : id;
    }

    /** The address of the article; empty if it was not given. */
    String url() {
        return url;
    }

    /**
     * The day of publication, ISO; empty if it was not given.
     *
     * @throws CommandException if it is not a day
     */
    String published() {
        try {
            return published.isEmpty() ? "" : LocalDate.parse(published).toString();
        } catch (DateTimeParseException e) {
            throw new CommandException(ExitCode.USAGE, "Invalid day '" + published + "'; write 2023-10-04");
        }
    }
}
