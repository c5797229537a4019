// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.evidence.ArticleText;
import org.onrecord.source.Reason;
import org.onrecord.source.SourceFile;
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
                    + " and a statement to complete for each sentence.",
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
        String name = String.valueOf(text.getFileName());
        String slug = id == null ? slug(name) : id;
        Path sheet = options.texts().resolve(slug + ".yaml");
        if (Files.exists(sheet)) {
            throw new CommandException(ExitCode.USAGE, "'" + sheet + "' exists; delete it, or give another --id");
        }
        ArticleText read = ArticleText.read(new SourceFile(name, text));
        String proposal = options.sheets().propose(read, slug, url, published);
        write(sheet, proposal, name);
        spec.commandLine()
                .getErr()
                .println("onrecord: wrote " + sheet + "; complete it, then: onrecord compile " + sheet);
        return ExitCode.DONE;
    }

    private void write(Path sheet, String proposal, String name) {
        try {
            Files.createDirectories(options.texts());
            Path own = options.texts().resolve(name);
            if (!Files.exists(own)) {
                Files.copy(text, own);
            } else if (Files.mismatch(text, own) >= 0) {
                throw new CommandException(
                        ExitCode.USAGE, "'" + own + "' is another text of the same name; rename the new one");
            }
            Files.writeString(sheet, proposal);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + sheet + "' cannot be written: " + Reason.of(e), e);
        }
    }

    /** The name of a file as a slug. */
    private static String slug(String name) {
        int dot = name.lastIndexOf('.');
        return (dot < 1 ? name : name.substring(0, dot))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
