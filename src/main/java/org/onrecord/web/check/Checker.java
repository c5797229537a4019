// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web.check;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BinaryOperator;
import org.onrecord.project.BrokenFileException;
import org.onrecord.turtle.TurtleFile;
import org.onrecord.turtle.TurtleReader;
import org.onrecord.validation.Report;
import org.onrecord.validation.ReportFormat;
import org.onrecord.validation.Validator;
import org.onrecord.web.Body;
import org.onrecord.web.Conditional;
import org.onrecord.web.Reply;
import org.onrecord.web.negotiation.Accept;
import org.onrecord.web.problem.Problem;
import org.onrecord.web.problem.ProblemException;
import org.onrecord.web.problem.ProblemType;
import org.onrecord.web.request.BodyReader;
import org.onrecord.web.request.Parameters;

/** {@code /validate}: validates posted Turtle together with the release, and reports on the posted nodes only. */
public final class Checker {
    private static final String POSTED = "posted.ttl";
    private static final BodyReader BODIES =
            new BodyReader(List.of("text/turtle", BodyReader.FORM), 1 << 20, "Validate it with the program.");
    private static final int MOST_DEPTH = 200;

    private final List<TurtleFile> ontology;
    private final Map<List<TurtleFile>, Validator> validators = new ConcurrentHashMap<>(1);
    private final List<TurtleFile> data;
    private final Deadline deadline;
    private final Semaphore one = new Semaphore(1);

    /**
     * A checker.
     *
     * @param ontology the release's terms and shapes; parsed when somebody posts for the first time
     * @param data the release's files beside the ontology
     * @param deadline ends what takes too long
     */
    public Checker(List<TurtleFile> ontology, List<TurtleFile> data, Deadline deadline) {
        this.ontology = List.copyOf(ontology);
        this.data = List.copyOf(data);
        this.deadline = deadline;
    }

    /**
     * Answers a request: the form, or the report on what was posted.
     *
     * @param page the page of the form, from the Turtle in it and the report under it, either of which may be empty
     */
    public Reply reply(HttpServletRequest request, BinaryOperator<String> page) throws IOException {
        return request.getMethod().equals("POST")
                ? report(request, page)
                : Conditional.of(request, "text/html;charset=utf-8", page.apply("", ""));
    }

    private Reply report(HttpServletRequest request, BinaryOperator<String> page) throws IOException {
        BodyReader.Posted posted = BODIES.read(request);
        boolean form = posted.type().equals(BodyReader.FORM);
        Parameters parameters = form ? Parameters.of(List.of(posted.text())) : Parameters.of(request);
        String turtle = form
                ? parameters.one("turtle").orElseThrow(() -> Parameters.bad("There is no 'turtle' in the form."))
                : posted.text();
        ReportFormat format = format(request, parameters, form);
        Report report = validated(turtle);
        if (form
                && Accept.of(request.getHeader("Accept")).weight("text/html") > 0
                && parameters.one("format").isEmpty()) {
            return Reply.of(
                            200,
                            "text/html;charset=utf-8",
                            Body.of(page.apply(turtle, ReportFormat.TEXT.write(report))))
                    .with("Cache-Control", "no-store");
        }
        String media = switch (format) {
            case JSON -> "application/json";
            case TURTLE -> "text/turtle;charset=utf-8";
            case JUNIT -> "application/xml";
            case TEXT -> "text/plain;charset=utf-8";
        };
        return Reply.of(200, media, Body.of(format.write(report))).with("Cache-Control", "no-store");
    }

    private static ReportFormat format(HttpServletRequest request, Parameters parameters, boolean form) {
        Optional<String> asked = parameters
                .one("format")
                .or(() -> form ? Optional.empty() : Parameters.of(request).one("format"));
        if (asked.isPresent()) {
            try {
                return ReportFormat.valueOf(asked.get().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw problem(ProblemType.NOT_ACCEPTABLE, "A report is written as text, json, turtle or junit.");
            }
        }
        Accept accept = Accept.of(request.getHeader("Accept"));
        if (accept.weight("text/turtle") > accept.weight("application/json")) {
            return ReportFormat.TURTLE;
        }
        return accept.weight("application/json") > 0 ? ReportFormat.JSON : ReportFormat.TEXT;
    }

    /** One validation at a time: it takes all processors. */
    private Report validated(String turtle) {
        TurtleFile posted = read(turtle);
        return deadline.within(step -> {
            if (!one.tryAcquire()) {
                throw problem(ProblemType.OVERLOADED, "Another text is being validated.");
            }
            try {
                List<TurtleFile> all = new ArrayList<>(data);
                all.add(posted);
                return validators.computeIfAbsent(ontology, Validator::new).validate(all, List.of(posted), step);
            } finally {
                one.release();
            }
        });
    }

    private static TurtleFile read(String turtle) {
        int depth = 0;
        for (int at = 0; at < turtle.length(); at++) {
            char c = turtle.charAt(at);
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -Math.min(1, depth) : 0;
            if (depth > MOST_DEPTH) {
                throw tooDeep();
            }
        }
        try {
            return TurtleReader.read(POSTED, turtle.getBytes(StandardCharsets.UTF_8));
        } catch (BrokenFileException e) {
            throw problem(ProblemType.NOT_TURTLE, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            // Brackets in comments and texts, which the count above takes for others, can hide the depth from it.
            throw tooDeep();
        }
    }

    private static ProblemException tooDeep() {
        return problem(ProblemType.NESTED_TOO_DEEPLY, "Brackets are nested more than 200 deep. Give the nodes IRIs.");
    }

    private static ProblemException problem(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail));
    }
}
