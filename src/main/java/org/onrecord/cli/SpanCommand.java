// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.evidence.ArticleText;
import org.onrecord.source.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code span}: prints the span of words in an article's text. */
@Command(
        name = "span",
        description = {
            "Print start, end and digest of words in an article's text, for writing Turtle by hand.",
            "Positions are code points from 0, the end is exclusive. Exit 1: words not found."
        },
        mixinStandardHelpOptions = true)
final class SpanCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ARTICLE.txt", description = "The text, in UTF-8.")
    private Path article;

    @Parameters(index = "1", paramLabel = "WORDS", description = "The words, exactly as printed.")
    private String words;

    @Option(names = "--occurrence", paramLabel = "N", description = "Which occurrence of the words, from 1.")
    private @Nullable Integer occurrence;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (words.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, "WORDS is empty; use the words as printed");
        }
        ArticleText text = ArticleText.read(SourceFile.at(article));
        List<ArticleText.Span> found = text.find(words);
        if (found.isEmpty()) {
            spec.commandLine().getErr().println("onrecord: " + notFound(text));
            return ExitCode.WRONG;
        }
        print(choose(found));
        return ExitCode.DONE;
    }

    private ArticleText.Span choose(List<ArticleText.Span> found) {
        int wanted = Optional.ofNullable(occurrence).orElse(found.size() == 1 ? 1 : 0);
        if (wanted < 1 || wanted > found.size()) {
            String starts =
                    found.stream().map(span -> String.valueOf(span.start())).collect(Collectors.joining(", "));
            throw new CommandException(
                    ExitCode.USAGE,
                    "The words occur in '%s' %s, at %s; use --occurrence 1 to %d"
                            .formatted(
                                    article,
                                    found.size() == 1 ? "once" : found.size() + " times",
                                    starts,
                                    found.size()));
        }
        return found.get(wanted - 1);
    }

    private void print(ArticleText.Span span) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("start " + span.start());
        out.println("end " + span.end());
        out.println("digest " + span.digest());
        out.flush();
    }

    private String notFound(ArticleText text) {
        String problem = "'" + article + "' does not have the words '" + words + "'";
        if (words.indexOf('\uFFFD') >= 0) {
            return problem + "; the locale of the shell is not UTF-8: set LC_ALL=C.UTF-8";
        }
        return text.findNormalized(words).stream()
                .findFirst()
                .map(span ->
                        problem + "; at " + span.start() + " they occur with different quotation marks, dashes, spaces,"
                                + " line ends or case, with accents as characters of their own, or with soft hyphens or other"
                                + " invisible characters: copy them from the text")
                .orElse(problem + "; copy them from the text, and check the file");
    }
}
