// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.source.Reason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code sheet}: prints the sheet of a coded article. */
@Command(
        name = "sheet",
        description = {
            "Print the sheet of a coded article, for correcting it; compile writes the same data back.",
            "A sheet quotes the article: keep it with the texts, and do not publish it."
        },
        mixinStandardHelpOptions = true)
public final class SheetCommand implements Callable<Integer> {
    @Mixin
    private CodingOptions options;

    @Parameters(arity = "0..1", paramLabel = "ARTICLE", description = "The slug of the article, such as a.")
    private @Nullable String article;

    @Option(names = "--to", paramLabel = "FILE", description = "Write the sheet to a new file.")
    private @Nullable Path file;

    @Option(names = "--schema", description = "Print the JSON Schema of sheets instead, with the codes of the home.")
    private boolean schema;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String sheet = text();
        if (file == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(sheet);
            out.flush();
            return ExitCode.DONE;
        }
        if (Files.exists(file)) {
            throw new CommandException(ExitCode.USAGE, "'" + file + "' exists; name a new file with --to");
        }
        try {
            Files.writeString(file, sheet);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' cannot be written: " + Reason.of(e), e);
        }
        return ExitCode.DONE;
    }

    private String text() {
        if (article != null && schema) {
            throw new CommandException(ExitCode.USAGE, "Give either an article or --schema, not both");
        }
        if (schema) {
            return options.sheets().schema();
        }
        if (article == null) {
            throw new CommandException(ExitCode.USAGE, "Name an article: onrecord sheet ARTICLE; or give --schema");
        }
        return options.sheets().sheet(article);
    }
}
