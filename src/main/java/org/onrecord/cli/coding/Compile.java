// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.cli.option.FileWatch;
import org.onrecord.sheet.CompileOptions;
import org.onrecord.sheet.CompileOutcome;
import org.onrecord.sheet.Sheets;
import org.onrecord.source.Reason;
import org.onrecord.source.SourceFile;
import org.onrecord.validation.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code compile}: makes the data of articles from their sheets. */
@Command(
        name = "compile",
        description = {
            "Make the Turtle files of articles from their sheets and texts, and check everything:"
                    + " words, entities, codes, nesting, shapes and coverage.",
            "Nothing is written unless all given sheets compile. New statements get their ids in the sheet.",
            "Exit 1: errors in a sheet or violations. Warnings are allowed."
        },
        mixinStandardHelpOptions = true)
public final class Compile implements Callable<Integer> {
    private static final Duration PERIOD = Duration.ofMillis(15);

    @Mixin
    private CodingOptions options;

    @Parameters(arity = "1..*", paramLabel = "SHEET", description = "The sheets, such as texts/x.yaml.")
    private List<Path> sheets;

    @Option(
            names = "--create",
            description =
                    "Create things that the sheets use and the home does not have, in data/reference/new/ARTICLE.ttl.")
    private boolean create;

    @Option(names = "--watch", description = "Compile again after each change of a sheet or text, until stopped.")
    private boolean watch;

    @Option(names = "--show", description = "Print the text with the words of each statement in brackets.")
    private boolean show;

    @Option(names = "--restore", description = "Bring back a withdrawn article or statement under its old number.")
    private boolean restore;

    @Option(names = "--new-text", description = "Accept that the text is another than the one coded before.")
    private boolean newText;

    @Option(
            names = "--accepted-by",
            paramLabel = "NAME",
            description = "Accept statements that a language model proposed, in the name of this person.")
    private @Nullable String acceptedBy;

    @Option(
            names = "--only",
            paramLabel = "ID",
            split = ",",
            description = "With --accepted-by: accept these statements only.")
    private List<String> only = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!only.isEmpty() && acceptedBy == null) {
            throw new CommandException(
                    ExitCode.USAGE, "--only chooses statements to accept; give --accepted-by NAME too");
        }
        List<SourceFile> files = sheets.stream().map(SourceFile::at).toList();
        Sheets home = options.sheets();
        CompileOptions how = new CompileOptions(
                create, restore, newText, Optional.ofNullable(acceptedBy), new LinkedHashSet<>(only));
        int code = compile(home, files, how);
        if (watch) {
            List<Path> watched = new ArrayList<>(sheets);
            watched.add(options.texts());
            FileWatch saves = new FileWatch(watched, List.of(".txt"), PERIOD);
            PrintWriter err = spec.commandLine().getErr();
            err.println("onrecord: watching " + sheets + "; stop with Ctrl-C");
            err.flush();
            saves.run(() -> again(home, files, how));
        }
        return code;
    }

    private void again(Sheets home, List<SourceFile> files, CompileOptions how) {
        try {
            compile(home, files, how);
        } catch (RuntimeException e) {
            spec.commandLine().getErr().println("onrecord: " + Reason.of(e));
            spec.commandLine().getErr().flush();
        }
    }

    private int compile(Sheets home, List<SourceFile> files, CompileOptions how) {
        CompileOutcome outcome = home.compile(files, how);
        PrintWriter err = spec.commandLine().getErr();
        outcome.problems().forEach(err::println);
        long errors = outcome.problems().stream()
                .filter(problem -> problem.severity() == Severity.VIOLATION)
                .count();
        outcome.articles().forEach(this::print);
        err.println(outcome.succeeded() ? written(outcome) : "onrecord: " + errors + " errors; nothing was written");
        err.flush();
        return outcome.succeeded() ? ExitCode.DONE : ExitCode.WRONG;
    }

    private void print(CompileOutcome.Article article) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(article.name());
        (show ? article.shown() : article.statements()).forEach(out::println);
        out.println("Changes:");
        article.changes().forEach(line -> out.println("  " + line));
        out.flush();
    }

    private static String written(CompileOutcome outcome) {
        return outcome.written().isEmpty()
                ? "onrecord: no data file changed"
                : "onrecord: wrote " + String.join(", ", outcome.written());
    }
}
