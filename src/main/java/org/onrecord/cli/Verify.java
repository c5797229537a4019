// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.cli.option.HomeOption;
import org.onrecord.cli.option.ProgressLine;
import org.onrecord.evidence.ArticleOutcome;
import org.onrecord.evidence.ArticleOutcome.Altered;
import org.onrecord.evidence.ArticleOutcome.Compared;
import org.onrecord.evidence.ArticleOutcome.Counts;
import org.onrecord.evidence.ArticleOutcome.Difference;
import org.onrecord.evidence.ArticleOutcome.Missing;
import org.onrecord.evidence.Verification;
import org.onrecord.release.dump.Bounds;
import org.onrecord.release.dump.ReleaseCheck;
import org.onrecord.release.dump.ScratchFolder;
import org.onrecord.source.Layout;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.Place;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;
import org.onrecord.source.UnreadableFileException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code verify}: verifies the data against the article texts, or a release against its hashes. */
@Command(
        name = "verify",
        description = {
            "--articles: verify every span, quotation and mention against the article texts.",
            "Texts are identified by SHA-256, not by name. Exit 1: a difference, or a missing or altered text.",
            "--release: compute checksums, graph hashes and release hash of an export, and report files and graphs that differ."
        },
        mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @ArgGroup(multiplicity = "1")
    private Target target;

    @Spec
    private CommandSpec spec;

    /** The object to verify. */
    private static final class Target {
        @Option(names = "--articles", required = true, paramLabel = "DIR", description = "The folder with the texts.")
        private Optional<Path> articles = Optional.empty();

        @Option(
                names = "--release",
                required = true,
                paramLabel = "DIR",
                description = "A folder written by 'export --to'.")
        private Optional<Path> release = Optional.empty();
    }

    @Override
    public Integer call() {
        return target.release.isPresent() ? release(target.release.get()) : articles(target.articles.orElseThrow());
    }

    private int release(Path folder) {
        if (!Files.exists(folder)) {
            throw new UnreadableFileException(folder.toString(), "use a folder written by 'export --to'");
        }
        ReleaseCheck.Result result = verification(folder);
        PrintWriter out = spec.commandLine().getOut();
        result.faults().forEach(out::println);
        out.printf(
                "'%s': %s: %d quads in %d graphs; %d files agree%n%s%s",
                folder,
                result.holds() ? "verified" : "not verified",
                result.quads(),
                result.release().graphs().size(),
                result.same().size(),
                result.summed().isEmpty() ? "" : "checksum only: " + String.join(", ", result.summed()) + "\n",
                result.quads() == 0 ? "" : "release " + result.release().hash() + "\n");
        out.flush();
        return result.holds() ? ExitCode.DONE : ExitCode.WRONG;
    }

    private ReleaseCheck.Result verification(Path folder) {
        try (ScratchFolder work = ScratchFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "onrecord-verify-")) {
            return new ReleaseCheck(
                            folder,
                            work.path(),
                            Bounds.DEFAULTS.memory(),
                            new ProgressLine(spec.commandLine().getErr()))
                    .verify();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot create a temporary folder: " + e
                            + "; check disk space and permissions, or set -Djava.io.tmpdir",
                    e);
        }
    }

    private int articles(Path articles) {
        List<TurtleFile> data =
                home.home().data().stream().parallel().map(TurtleReader::read).toList();
        Verification.Result result = new Verification(MergedGraph.of(data)).against(articles);
        PrintWriter out = spec.commandLine().getOut();
        result.notes().forEach(note -> spec.commandLine().getErr().println("onrecord: " + note));
        result.outcomes().forEach(outcome -> print(outcome, articles, out));
        if (result.outcomes().isEmpty()) {
            spec.commandLine().getErr().println("onrecord: the data contains no articles to verify");
        }
        out.flush();
        return result.holds() ? ExitCode.DONE : ExitCode.WRONG;
    }

    private static void print(ArticleOutcome outcome, Path articles, PrintWriter out) {
        String article = Layout.DEFAULT.shorten(outcome.article());
        if (outcome instanceof Compared compared) {
            Counts counts = compared.counts();
            int wrong = compared.differences().size();
            out.printf(
                    "%s: %s by '%s': %s, %s, %s%n",
                    article,
                    wrong == 0 ? "verified" : count(wrong, "difference") + " found",
                    compared.file(),
                    count(counts.spans(), "span"),
                    count(counts.quotations(), "quotation"),
                    count(counts.mentions(), "mention"));
            compared.differences().forEach(difference -> out.println(line(difference)));
        } else if (outcome instanceof Altered altered) {
            out.printf(
                    "%s: altered: '%s' is an altered copy of its text: %s; use the unmodified text%n",
                    article, altered.file(), altered.how());
        } else if (outcome instanceof Missing missing) {
            out.printf(
                    "%s: missing: no file in '%s' has the SHA-256 '%s'; add the unmodified text of \"%s\"%n",
                    article, articles, missing.digest(), missing.headline());
        }
    }

    private static String count(int number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }

    private static String line(Difference difference) {
        return "  "
                + difference.place().map(Place::toString).orElse("(no file)")
                + ": " + Layout.DEFAULT.shorten(difference.node())
                + ": " + difference.what()
                + ": the graph says " + difference.expected()
                + ", the text has " + difference.found();
    }
}
