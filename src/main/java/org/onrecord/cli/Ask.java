// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.cli.option.ReleaseOptions;
import org.onrecord.query.Answer;
import org.onrecord.query.BindResult;
import org.onrecord.query.Binder;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Endpoint;
import org.onrecord.query.Names;
import org.onrecord.query.Parameter;
import org.onrecord.query.Question;
import org.onrecord.release.Release;
import org.onrecord.release.SparqlReader;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Reason;
import org.onrecord.source.SourceFile;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ask}: runs a question of the catalogue or a SPARQL query, locally or at an endpoint. */
@Command(
        name = "ask",
        description = "Run a question of the catalogue or a SPARQL query, locally or at a SPARQL endpoint.",
        footer = {
            "",
            "A value is KIND/SLUG, an IRI, a name in any language, or the office of a person; limit=N and offset=N are always allowed.",
            "Example: onrecord ask who-stated-what about=KIND/SLUG",
            "'onrecord queries' lists the questions."
        },
        mixinStandardHelpOptions = true)
final class Ask implements Callable<Integer> {
    @Mixin
    private ReleaseOptions options;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME|key=value",
            description = "The name of the question and parameter values; repeat a key for several values.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--file", paramLabel = "FILE.rq", description = "Run the query in this file instead.")
    private @Nullable Path file;

    @Option(names = "--query", paramLabel = "SPARQL", description = "Run this query instead.")
    private @Nullable String sparql;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv, tsv, json, xml; for triples turtle, jsonld. Default: table or turtle.")
    private @Nullable String format;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Send the query to this SPARQL endpoint; names are still resolved in the local data.")
    private @Nullable URI endpoint;

    @Option(
            names = "--allow-service",
            paramLabel = "URL",
            description =
                    "Allow SERVICE to call this endpoint, exactly as written in the query; URL=URL calls the second instead; repeatable.")
    private List<String> allowService = new ArrayList<>();

    private static final List<Format> ROWS =
            List.of(Format.TEXT, Format.CSV, Format.TSV, Format.SPARQL_JSON, Format.SPARQL_XML);
    private static final List<Format> BOOLEANS = List.of(Format.TEXT, Format.SPARQL_JSON, Format.SPARQL_XML);
    private static final List<Format> GRAPHS = List.of(Format.TURTLE, Format.JSONLD, Format.NTRIPLES, Format.RDFXML);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Arguments arguments = Arguments.of(words);
        Optional<Endpoint> remote = Optional.ofNullable(endpoint).map(Ask::endpoint);
        Optional<Question> question = question(arguments);
        Query query = question.map(Question::query).orElseGet(this::queryWithoutHeader);
        Format answerFormat = answerFormat(query);
        boolean needsNames = question.stream()
                .flatMap(known -> known.parameters().stream())
                .anyMatch(parameter -> parameter.isThing() || parameter.type() == Parameter.Type.CODE);
        Optional<Release> release = remote.isEmpty() || needsNames ? Optional.of(options.release()) : Optional.empty();
        Binder binder = new Binder(release.map(Names::of).orElseGet(() -> new Names(Graph.emptyGraph)));
        Query bound = boundQuery(question.map(known -> binder.bind(known, arguments.values()))
                .orElseGet(() -> Binder.slice(query, arguments.values())));
        Answer answer = remote.map(server -> server.ask(bound))
                .orElseGet(() -> LocalQuery.ask(bound, release.orElseThrow(), allowService));
        PrintWriter out = spec.commandLine().getOut();
        out.print(answer.text(answerFormat, release.map(Release::base).orElse(BaseIri.ONRECORD)));
        out.flush();
        return ExitCode.DONE;
    }

    /** The question of the catalogue or of a file with a header; empty for a query without a header. */
    private Optional<Question> question(Arguments arguments) {
        long ways = Stream.of(arguments.name(), Optional.ofNullable(file), Optional.ofNullable(sparql))
                .filter(Optional::isPresent)
                .count();
        if (ways != 1) {
            throw usage("Use either a question name, --file or --query; 'onrecord queries' lists the questions");
        }
        if (file != null) {
            SourceFile source = SourceFile.at(file);
            boolean hasHeader = text(source).lines().anyMatch(line -> line.startsWith("#+"));
            return hasHeader ? Optional.of(Question.read(source, options.home().base())) : Optional.empty();
        }
        return arguments.name().map(this::named);
    }

    private Question named(String name) {
        Catalogue catalogue = Catalogue.of(options.home());
        return catalogue.find(name).orElseThrow(() -> {
            List<String> near = catalogue.nearest(name);
            return usage("Unknown question '" + name + "'"
                    + (near.isEmpty() ? "" : "; similar: " + String.join(", ", near))
                    + "; 'onrecord queries' lists the questions");
        });
    }

    private Query queryWithoutHeader() {
        if (file != null) {
            return SparqlReader.parse(SourceFile.at(file).name(), text(SourceFile.at(file)));
        }
        try {
            return SparqlReader.parse("--query", String.valueOf(sparql));
        } catch (BrokenFileException e) {
            throw usage(Reason.of(e));
        }
    }

    private static String text(SourceFile source) {
        return new String(source.bytes(), StandardCharsets.UTF_8);
    }

    private Format answerFormat(Query query) {
        List<Format> supported = query.isSelectType() ? ROWS : query.isAskType() ? BOOLEANS : GRAPHS;
        if (format == null) {
            return supported.get(0);
        }
        return Format.named(format, supported)
                .orElseThrow(() -> usage("Invalid format '" + format + "': use one of "
                        + supported.stream().map(Format::extension).collect(Collectors.joining(", "))));
    }

    private static Endpoint endpoint(URI url) {
        try {
            return new Endpoint(url);
        } catch (IllegalArgumentException e) {
            throw usage(Reason.of(e));
        }
    }

    private Query boundQuery(BindResult result) {
        if (result instanceof BindResult.Refused refused) {
            throw usage(refused.problems().stream().map(Ask::message).collect(Collectors.joining("\nonrecord: ")));
        }
        BindResult.Bound bound = (BindResult.Bound) result;
        bound.readings().forEach(reading -> spec.commandLine().getErr().println("onrecord: " + reading.text()));
        return bound.query();
    }

    private static String message(BindResult.Problem problem) {
        return problem.message()
                + problem.candidates().stream()
                        .map(thing -> "\n  " + problem.parameter() + "=" + thing.slug() + "  " + thing.described()
                                + " (" + thing.kind() + ")")
                        .collect(Collectors.joining());
    }

    private static CommandException usage(String message) {
        return new CommandException(ExitCode.USAGE, message);
    }

    /**
     * Arguments of {@code ask}: at most one name, and parameter values.
     *
     * @param name the name of a question; or empty
     * @param values parameter name to its values, in order
     */
    private record Arguments(Optional<String> name, Map<String, List<String>> values) {

        /**
         * Parses arguments.
         *
         * @throws CommandException if there is a second name
         */
        static Arguments of(List<String> words) {
            Optional<String> name = Optional.empty();
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (String word : words) {
                int equals = word.indexOf('=');
                if (equals > 0) {
                    values.computeIfAbsent(word.substring(0, equals), key -> new ArrayList<>())
                            .add(word.substring(equals + 1));
                } else if (name.isEmpty()) {
                    name = Optional.of(word);
                } else {
                    throw new CommandException(
                            ExitCode.USAGE, "Invalid value '" + word + "': use key=value, with quotes around spaces");
                }
            }
            return new Arguments(name, values);
        }
    }
}
