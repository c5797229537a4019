// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.sheet.Sheets;
import org.onrecord.sheet.schema.SheetSchema;
import org.onrecord.source.Reason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private TextOptions article;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        GivenText given = article.in(options.texts());
        String slug = article.slug(given);
        Path sheet = given.newSheet(slug);
        Sheets sheets = options.sheets();
        String proposal = sheets.propose(given.read(), slug, article.url(), article.published());
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
