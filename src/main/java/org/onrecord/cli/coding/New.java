// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.sheet.Sheets;
import org.onrecord.sheet.schema.SheetSchema;
import org.onrecord.source.Reason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code new}: writes a first sheet for a text. */
@Command(
        name = "new",
        description = {
            "Write a first sheet for the text of an article, texts/ID.yaml: names of the home found in the text,"
                    + " and a statement to complete for each sentence; and beside it sheet.schema.json for editors.",
            "A text outside the folder of texts is copied into it."
        },
        mixinStandardHelpOptions = true)
public final class New implements Callable<Integer> {
    @Mixin
    private CodingOptions options;

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

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        GivenText given = new GivenText(text, options.texts());
        String slug = id == null ? given.slug() : id;
        Path sheet = given.newSheet(slug);
        Sheets sheets = options.sheets();
        String proposal = sheets.propose(given.read(), slug, url, published);
        try {
            given.keep();
            Files.writeString(sheet.resolveSibling(SheetSchema.FILE), sheets.schema());
            Files.writeString(sheet, proposal);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + sheet + "' cannot be written: " + Reason.of(e), e);
        }
        spec.commandLine()
                .getErr()
                .println("onrecord: wrote " + sheet + "; complete it, then: onrecord compile " + sheet);
        return ExitCode.DONE;
    }
}
