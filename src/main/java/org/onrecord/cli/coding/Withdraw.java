// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.coding;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.curation.ArticleNames;
import org.onrecord.curation.ArticleWithdrawal;
import org.onrecord.curation.HomeEdit;
import org.onrecord.source.Home;
import org.onrecord.validation.Report;
import org.onrecord.validation.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code withdraw}: removes an article and leaves a tombstone. */
@Command(
        name = "withdraw",
        description = {
            "Withdraw an article: delete its file, remove what other files say of it, and note in data/withdrawn.ttl when,"
                    + " by whom and why.",
            "Its IRIs then answer 410 with the reason. What only this article used is listed.",
            "Exit 1: the home would not conform; nothing was written."
        },
        mixinStandardHelpOptions = true)
public final class Withdraw implements Callable<Integer> {
    @Mixin
    private HomeFolder home;

    @Parameters(paramLabel = "ARTICLE", description = "Slug, IRI or file of the article.")
    private String article;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "R",
            description = "Why it is withdrawn; it is published.")
    private String reason;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who withdraws it; it is published. Default: git config user.name, run in the home.")
    private @Nullable String by;

    @Option(names = "--prune", description = "Also remove the things that only this article used.")
    private boolean prune;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home changed = Home.at(home.path());
        HomeEdit edit = new HomeEdit(changed);
        Node node = new ArticleNames(edit).article(article);
        ArticleWithdrawal.Cause cause =
                new ArticleWithdrawal.Cause(LocalDate.now(ZoneOffset.UTC).toString(), name(changed), reason);
        ArticleWithdrawal withdrawal = ArticleWithdrawal.of(edit, node, cause);
        List<String> unused = withdrawal.unused().lines(edit);
        List<String> pruned = prune ? withdrawal.unused().prune(edit) : List.of();
        Report report = edit.write();
        PrintWriter out = spec.commandLine().getOut();
        if (!report.conforms()) {
            out.print(ReportFormat.TEXT.write(report));
            out.flush();
            throw new CommandException(
                    ExitCode.WRONG, "The home would not conform without the article; nothing was written");
        }
        print(withdrawal, unused, pruned);
        return ExitCode.DONE;
    }

    private String name(Home changed) {
        return Optional.ofNullable(by)
                .or(() -> new Git(changed.root()).userName())
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "Who withdraws the article is not known: git config user.name is not set in '" + changed.root()
                                + "'; use --by NAME"));
    }

    private void print(ArticleWithdrawal withdrawal, List<String> unused, List<String> pruned) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Withdrawn: " + withdrawal.withdrawal().article() + ", file " + withdrawal.file());
        list("Removed from other files", withdrawal.removed());
        list(prune ? "Not used by any other article, removed" : "Not used by any other article", unused);
        if (prune) {
            out.println("Triples removed with them: " + pruned.size());
        } else if (!unused.isEmpty()) {
            out.println("Remove them by hand, or withdraw with --prune.");
        }
        out.flush();
    }

    private void list(String title, List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(title + " (" + lines.size() + ")" + (lines.isEmpty() ? "" : ":"));
        lines.forEach(line -> out.println("  " + line));
    }
}
