// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.guard.Budget;
import org.onrecord.http.Body;
import org.onrecord.http.BodyReader;
import org.onrecord.http.Conditional;
import org.onrecord.http.Parameters;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;
import org.onrecord.http.negotiation.Accept;
import org.onrecord.release.LoadedHome;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.RdfReader;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;
import org.onrecord.sparql.SparqlEndpoint;
import org.onrecord.validation.Report;
import org.onrecord.validation.ReportFormat;
import org.onrecord.validation.Validator;
import org.onrecord.vocabulary.Format;

/**
 * {@code /validate}: validates posted RDF together with the release, and reports on the posted nodes only. Parsing
 * and validation run within the query limits.
 */
public final class ValidationHandler {
    /** Maximum size of a request body in bytes. */
    static final int MAX_BODY = 1 << 20;

    /** All formats but JSON-LD, whose reader cannot be stopped: contexts in contexts make it run for hours. */
    private static final List<Format> FORMATS =
            List.of(Format.TURTLE, Format.NTRIPLES, Format.NQUADS, Format.TRIG, Format.RDFXML);

    private static final BodyReader BODIES =
            new BodyReader(Stream.concat(FORMATS.stream().map(Format::mediaType), Stream.of(BodyReader.FORM))
                    .toList());
    private static final int MAX_FINDINGS = 200;
    private static final int MAX_QUOTED = 1000;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    private final List<TurtleFile> data;
    private final CompletableFuture<Validator> validator;
    private final AtomicReference<@Nullable Run> running = new AtomicReference<>();

    /**
     * Creates a handler. The validator is prepared in the background.
     *
     * @param home the data that is served
     */
    public ValidationHandler(LoadedHome home) {
        this.data = home.data();
        this.validator = CompletableFuture.supplyAsync(home.validator()::prepare);
    }

    /**
     * Answers a request with the form or a report.
     *
     * @param sparql the endpoint whose limits apply
     * @param page renders the form with Turtle and a report, which may be empty
     */
    public Reply reply(HttpServletRequest request, SparqlEndpoint sparql, BinaryOperator<String> page)
            throws IOException {
        return request.getMethod().equals("POST")
                ? report(request, sparql, page)
                : Conditional.of(request, "text/html;charset=utf-8", page.apply("", ""));
    }

    private Reply report(HttpServletRequest request, SparqlEndpoint sparql, BinaryOperator<String> page)
            throws IOException {
        BodyReader.Posted posted = BODIES.read(request);
        boolean form = posted.type().equals(BodyReader.FORM);
        Parameters parameters = form ? Parameters.of(List.of(posted.text())) : Parameters.of(request);
        String text = form
                ? parameters.one("turtle").orElseThrow(() -> Parameters.bad("Missing form parameter 'turtle'."))
                : posted.text();
        ReportFormat format = format(request, parameters, form);
        Format type = Format.named(posted.type(), FORMATS).orElse(Format.TURTLE);
        Report report = validate(budget -> read(text, type, budget), request, sparql);
        if (form
                && Accept.of(request).weight("text/html") > 0
                && parameters.one("format").isEmpty()) {
            return Reply.of(200, "text/html;charset=utf-8", Body.of(page.apply(text, ReportFormat.TEXT.write(report))))
                    .with("Cache-Control", "no-store");
        }
        return Reply.of(200, mediaType(format), Body.of(format.write(report))).with("Cache-Control", "no-store");
    }

    private static String mediaType(ReportFormat format) {
        return switch (format) {
            case JSON -> "application/json";
            case TURTLE -> "text/turtle;charset=utf-8";
            case JUNIT -> "application/xml";
            case TEXT -> "text/plain;charset=utf-8";
        };
    }

    private static ReportFormat format(HttpServletRequest request, Parameters parameters, boolean form) {
        Optional<String> name = parameters
                .one("format")
                .or(() -> form ? Optional.empty() : Parameters.of(request).one("format"));
        if (name.isPresent()) {
            try {
                return ReportFormat.valueOf(name.get().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "Invalid report format '" + name.get() + "': use text, json, turtle or junit.");
            }
        }
        Accept accept = Accept.of(request);
        if (accept.weight("text/turtle") > accept.weight("application/json")) {
            return ReportFormat.TURTLE;
        }
        return accept.weight("application/json") > 0 ? ReportFormat.JSON : ReportFormat.TEXT;
    }

    private Report validate(
            Function<ValidationBudget, TurtleFile> posted, HttpServletRequest request, SparqlEndpoint sparql) {
        Validator prepared = prepared();
        try {
            return sparql.within(request, TIME_LIMIT, limits -> {
                Run run = begin();
                try {
                    ValidationBudget budget = new ValidationBudget(limits);
                    return validate(posted.apply(budget), prepared, budget);
                } finally {
                    running.compareAndSet(run, null);
                }
            });
        } catch (ProblemException e) {
            throw translate(e);
        }
    }

    private Report validate(TurtleFile posted, Validator prepared, ValidationBudget budget) {
        List<TurtleFile> all = new ArrayList<>(data);
        all.add(posted);
        return prepared.validate(all, List.of(posted), budget).shortened(MAX_FINDINGS, MAX_QUOTED);
    }

    private Validator prepared() {
        try {
            return validator.get(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ProblemException(ProblemType.OVERLOADED, "The shapes are still loading. Retry in a few seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.OVERLOADED, "The server is stopping.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot load the shapes", e);
        }
    }

    /** A running validation. It blocks others for at most twice the time limit. */
    private record Run(long end) {
        boolean isOver() {
            return System.nanoTime() - end > 0;
        }
    }

    /** Allows one validation at a time, to leave processors to queries. */
    private Run begin() {
        Run previous = running.get();
        Run next = new Run(System.nanoTime() + 2 * TIME_LIMIT.toNanos());
        if (previous != null && !previous.isOver() || !running.compareAndSet(previous, next)) {
            throw new ProblemException(
                    ProblemType.OVERLOADED, "Another validation is running. Retry in a few seconds.");
        }
        return next;
    }

    /** Replaces the messages of query limits. */
    private static ProblemException translate(ProblemException e) {
        return switch (e.problem().type()) {
            case TIME_LIMIT ->
                new ProblemException(
                        ProblemType.TIME_LIMIT,
                        "The validation exceeded its time limit of %d seconds, or the server's limit if shorter. Post smaller parts."
                                .formatted(TIME_LIMIT.toSeconds()));
            case WORKING_MEMORY -> ValidationBudget.memoryExceeded();
            default -> e;
        };
    }

    private static TurtleFile read(String text, Format format, ValidationBudget budget) {
        try {
            return RdfReader.read("posted." + format.extension(), text, format.lang(), budget);
        } catch (BrokenFileException e) {
            boolean deep = e.problem().equals(TurtleReader.TOO_DEEP);
            throw new ProblemException(
                    deep ? ProblemType.NESTED_TOO_DEEPLY : ProblemType.NOT_TURTLE,
                    e.file() + ":" + e.position() + ": " + e.problem());
        }
    }

    /**
     * Limits time and memory of a validation.
     *
     * @param budget the time limit
     * @param used memory in bytes, estimated
     */
    private record ValidationBudget(Budget budget, AtomicLong used) implements LongConsumer {
        private static final int MAX_MIB = 64;

        ValidationBudget(Budget budget) {
            this(budget, new AtomicLong());
        }

        @Override
        public void accept(long bytes) {
            budget.step();
            if (used.addAndGet(bytes) > (long) MAX_MIB << 20) {
                throw memoryExceeded();
            }
        }

        static ProblemException memoryExceeded() {
            return new ProblemException(
                    ProblemType.BODY_TOO_LARGE,
                    "The validation needs more than %d MiB of memory. Post smaller parts, or use the command 'validate'."
                            .formatted(MAX_MIB));
        }
    }
}
