// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.evidence.ArticleText;
import org.onrecord.sheet.CompileOutcome;
import org.onrecord.sheet.ModelCoding;
import org.onrecord.sheet.ModelHead;
import org.onrecord.sheet.ProposedSheet;
import org.onrecord.sheet.Sheets;
import org.onrecord.sheet.chat.ChatAddress;
import org.onrecord.sheet.chat.ChatClient;
import org.onrecord.sheet.propose.SheetProposal;
import org.onrecord.sheet.schema.SheetSchema;
import org.onrecord.source.Reason;
import org.onrecord.source.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code prompt}: prints what a language model needs to write a sheet, or asks one. */
@Command(
        name = "prompt",
        description = {
            "Print all that a language model needs to write the sheet of a text. Put its answer below the head of the sheet"
                    + " that new writes, then: compile --create.",
            "With --model, ask a server that speaks the OpenAI chat-completions protocol, compile its answer and hand"
                    + " the compiler's messages back, at most three times. The key of the server is read from the"
                    + " environment variable ONRECORD_MODEL_KEY. Nothing is sent without --model.",
            "What does not stand in the text is refused. Each statement is marked as proposed until a person accepts it:"
                    + " compile --accepted-by.",
            "Exit 1: the last answer does not compile; it is in texts/ID.answer.txt, and nothing else was written."
        },
        mixinStandardHelpOptions = true)
public final class Prompt implements Callable<Integer> {
    @Mixin
    private CodingOptions options;

    @Mixin
    private TextOptions article;

    @Option(
            names = "--publisher",
            paramLabel = "ORG",
            defaultValue = "",
            description =
                    "The publisher: organization/SLUG, slug or label. Default: that of other articles of the same host.")
    private String publisher;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "Write the prompt, or the sheet with --model, to a new file.")
    private @Nullable Path file;

    @Option(
            names = "--model",
            paramLabel = "URL",
            description = "Ask the model server with this base of its API, such as http://localhost:11434/v1.")
    private @Nullable String server;

    @Option(names = "--name", paramLabel = "M", description = "With --model: the model, as the server names it.")
    private @Nullable String model;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "The longest time for one answer. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (file != null && Files.exists(file)) {
            throw new CommandException(ExitCode.USAGE, "'" + file + "' exists; name a new file with --to");
        }
        if (server == null) {
            if (model != null) {
                throw new CommandException(ExitCode.USAGE, "--name chooses a model of a server; give --model URL too");
            }
            print(options.sheets().prompt(given().read(), facts(given()), true));
            return ExitCode.DONE;
        }
        if (model == null || GivenText.slug(model).isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "Give the name of the model, as the server knows it: --name M");
        }
        return ask(address(server), model);
    }

    private GivenText given() {
        return article.in(options.texts());
    }

    /** What is known of the article. */
    private ModelHead.Given facts(GivenText given) {
        return new ModelHead.Given(article.slug(given), article.url(), article.published(), publisher);
    }

    private void print(String prompt) {
        if (file == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(prompt);
            out.flush();
        } else {
            write(file, prompt);
        }
    }

    private static ChatAddress address(String server) {
        try {
            return ChatAddress.of(server);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, Reason.of(e));
        }
    }

    private int ask(ChatAddress address, String name) {
        if (seconds < 1) {
            throw new CommandException(ExitCode.USAGE, "Invalid timeout '" + seconds + "'; use 1 second or more");
        }
        GivenText given = given();
        String slug = article.slug(given);
        Path own = given.newSheet(slug);
        Path answer = own.resolveSibling(slug + ".answer.txt");
        Path target = file == null ? own : file;
        Sheets sheets = options.sheets();
        ArticleText read = given.read();
        SheetProposal.Known head = sheets.head(read, facts(given));
        ProposedSheet.Origin origin = new ProposedSheet.Origin(
                new SourceFile(String.valueOf(answer.getFileName()), target),
                read,
                head,
                "organization/" + GivenText.slug(name),
                name);
        Optional<String> key = Optional.ofNullable(System.getenv(ChatClient.KEY_VARIABLE));
        ChatClient chat = new ChatClient(address, name, key, Duration.ofSeconds(seconds));
        progress("sending the text '" + read.name() + "' to " + address);
        ModelCoding.Result result =
                new ModelCoding(sheets, chat, this::progress).code(sheets.prompt(read, facts(given), false), origin);
        report(result.outcome());
        return finish(result, given, target, answer);
    }

    private int finish(ModelCoding.Result result, GivenText given, Path sheet, Path answer) {
        if (!result.outcome().succeeded()) {
            write(answer, result.answer());
            progress("nothing was written but the last answer, " + answer
                    + "; try again, use another model, or code the text by hand: onrecord new");
            return ExitCode.WRONG;
        }
        try {
            given.keep();
        } catch (IOException e) {
            throw new UncheckedIOException("'" + given.file() + "' cannot be copied: " + Reason.of(e), e);
        }
        write(sheet.resolveSibling(SheetSchema.FILE), options.sheets().schema());
        progress("wrote " + sheet + " and " + String.join(", ", result.outcome().written()));
        progress("all statements are marked as proposed; read them against the text, then: onrecord compile " + sheet
                + " --accepted-by NAME");
        return ExitCode.DONE;
    }

    private void report(CompileOutcome outcome) {
        outcome.problems().forEach(problem -> line(problem.toString()));
        PrintWriter out = spec.commandLine().getOut();
        outcome.articles().stream().filter(article -> outcome.succeeded()).forEach(article -> {
            out.println(article.name());
            article.statements().forEach(out::println);
        });
        out.flush();
    }

    private void progress(String step) {
        line("onrecord: " + step);
    }

    /** Prints a line without control characters, which an answer may contain. */
    private void line(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " "));
        err.flush();
    }

    private static void write(Path file, String text) {
        try {
            Optional<Path> folder = Optional.ofNullable(file.getParent());
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' cannot be written: " + Reason.of(e), e);
        }
    }
}
