// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.cli.option.HomeOption;
import org.onrecord.cli.option.ProgressLine;
import org.onrecord.evidence.ArticleCoverage;
import org.onrecord.evidence.Coverage;
import org.onrecord.evidence.CoverageText;
import org.onrecord.source.Home;
import org.onrecord.source.MergedGraph;
import org.onrecord.source.RdfReader;
import org.onrecord.source.SourceFile;
import org.onrecord.source.TurtleFile;
import org.onrecord.validation.Report;
import org.onrecord.validation.ReportFormat;
import org.onrecord.validation.Validator;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code validate}: validates the project, or given files together with it. */
@Command(
        name = "validate",
        description = {
            "Validate the project with SHACL, or given Turtle files together with it.",
            "A given file replaces the project's file of the same name, such as data/articles/a.ttl;"
                    + " only findings about nodes in the given files are reported.",
            "Exit 1: violations. Warnings are allowed.",
            "With --coverage and --articles: print the text of each article not covered by statements, mentions or headline,"
                    + " by sentence. Exit 1: coverage is incomplete, or a text is missing."
        },
        mixinStandardHelpOptions = true)
final class Validate implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text, json, turtle or junit. Default: ${DEFAULT-VALUE}.")
    private ReportFormat format;

    @Option(
            names = "--all",
            description = "Show every finding. Without it, text shows 20 of each shape and counts the others.")
    private boolean all;

    @ArgGroup(exclusive = false)
    private @Nullable CoverageOptions coverage;

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = {
                "Files, or folders searched for RDF: Turtle, N-Triples, N-Quads, TriG, JSON-LD, RDF/XML, RDF/JSON, TriX,",
                "by their extension, also with .gz. A file with another extension is read as Turtle."
            })
    private List<Path> paths = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return coverage != null && coverage.enabled ? coverage(coverage.articles) : shapes();
    }

    private int coverage(Path articles) {
        List<SourceFile> given = paths.isEmpty() ? List.of() : given();
        List<TurtleFile> data = join(read(notReplaced(home.home().data(), given)), read(given.stream()));
        List<ArticleCoverage> measured = new Coverage(MergedGraph.of(data).graph()).in(articles);
        spec.commandLine().getOut().print(CoverageText.of(measured));
        spec.commandLine().getOut().flush();
        return measured.stream().allMatch(ArticleCoverage::isComplete) ? ExitCode.DONE : ExitCode.WRONG;
    }

    private int shapes() {
        home.home().warnings().forEach(warning -> spec.commandLine().getErr().println("onrecord: warning: " + warning));
        Report report = paths.isEmpty() ? project(home.home()) : given(home.home());
        spec.commandLine()
                .getOut()
                .print(all && format == ReportFormat.TEXT ? ReportFormat.all(report) : format.write(report));
        spec.commandLine().getOut().flush();
        return report.conforms() ? ExitCode.DONE : ExitCode.WRONG;
    }

    private Report project(Home project) {
        return new Validator(read(project.ontology().stream()))
                .validate(
                        read(project.data().stream()),
                        new ProgressLine(spec.commandLine().getErr()));
    }

    private List<SourceFile> given() {
        List<SourceFile> given = paths.stream()
                .flatMap(path -> SourceFile.below(path, "").stream()
                        .filter(file -> file.path().equals(path) || isRdf(file.name())))
                .distinct()
                .toList();
        if (given.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "No file of RDF (*.ttl, *.jsonld, ...) in " + paths + "; use files, or a folder with such files");
        }
        return given;
    }

    /** Whether a file of a folder is read: XML may be anything. */
    private static boolean isRdf(String name) {
        return RdfReader.language(name).isPresent() && !name.endsWith(".xml");
    }

    private Report given(Home project) {
        List<SourceFile> given = given();
        List<TurtleFile> reported = read(given.stream());
        List<TurtleFile> ontology = read(notReplaced(project.ontology(), given));
        List<TurtleFile> data = read(notReplaced(project.data(), given));
        List<TurtleFile> terms = reported.stream()
                .filter(file -> replacesAny(project.ontology(), file))
                .toList();
        List<TurtleFile> rest =
                reported.stream().filter(file -> !terms.contains(file)).toList();
        return new Validator(join(ontology, terms)).validate(join(data, rest), reported, bytes -> {});
    }

    private static Stream<SourceFile> notReplaced(List<SourceFile> project, List<SourceFile> given) {
        return project.stream().filter(file -> given.stream().noneMatch(other -> replaces(other.path(), file)));
    }

    private static boolean replacesAny(List<SourceFile> project, TurtleFile given) {
        return project.stream().anyMatch(file -> replaces(Path.of(given.name()), file));
    }

    /** Whether a path ends with the file's name: the file itself or an edited copy. */
    private static boolean replaces(Path given, SourceFile file) {
        return given.toAbsolutePath().normalize().endsWith(Path.of(file.name()));
    }

    private static List<TurtleFile> read(Stream<SourceFile> files) {
        return files.parallel().map(RdfReader::read).toList();
    }

    private static List<TurtleFile> join(List<TurtleFile> some, List<TurtleFile> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The options for coverage. */
    static final class CoverageOptions {
        @Option(names = "--coverage", required = true, description = "Print uncovered text.")
        private boolean enabled;

        @Option(names = "--articles", required = true, paramLabel = "DIR", description = "The folder with the texts.")
        private Path articles;
    }
}
