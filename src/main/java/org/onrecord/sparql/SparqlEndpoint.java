// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;
import org.onrecord.guard.Budget;
import org.onrecord.guard.Guard;
import org.onrecord.guard.Outcome;
import org.onrecord.guard.engine.GuardedExecution;
import org.onrecord.guard.engine.Inspection;
import org.onrecord.http.Body;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;
import org.onrecord.http.Route;
import org.onrecord.http.negotiation.Accept;
import org.onrecord.http.negotiation.EntityTag;
import org.onrecord.query.Answer;
import org.onrecord.release.Release;
import org.onrecord.vocabulary.Format;

/** The query operation of the SPARQL 1.1 Protocol for one release. Thread-safe. */
public final class SparqlEndpoint implements Route.Action {
    /** Request attribute: the number of rows of the answer. */
    public static final String ROWS = "org.onrecord.rows";

    /** Queries of more UTF-16 code units are slow to parse and to optimise. */
    private static final int LONG_QUERY = 4096;

    static final String VARY = "Accept, Accept-Encoding";

    private final Release release;
    private final EndpointSettings settings;
    private final Guard guard;
    private final MisspeltTerms terms;

    /** The link to the licence of what it answers; empty if the data does not say one. */
    public Optional<String> licenceLink() {
        return release.profile().licenceLink();
    }

    /** The endpoint of a release. */
    public SparqlEndpoint(Release release, EndpointSettings settings) {
        this.release = release;
        this.settings = settings;
        this.guard = settings.guard();
        this.terms = MisspeltTerms.of(release);
    }

    /** The route of the endpoint. */
    public Route route(Route.Action action) {
        return new Route("sparql", settings.reader().longestBody(), action, AnswerCache.of(release)::reply);
    }

    @Override
    public Reply reply(HttpServletRequest request) throws IOException {
        return reply(request, request.getRequestURL().toString());
    }

    /** Handles a request to the endpoint with a URL. The query of one that was answered before is not read again. */
    public Reply reply(HttpServletRequest request, String address) throws IOException {
        AnswerCache answers = AnswerCache.of(release);
        Optional<AnswerCache.Request> same = same(request);
        Optional<AnswerCache.Answered> known =
                same.flatMap(again -> answers.known(again, request.getHeader("If-None-Match")));
        if (known.isPresent()) {
            return reply(known.get(), request);
        }
        Optional<SparqlRequest> asked = settings.reader().read(request);
        if (asked.isEmpty()) {
            return description(request, address);
        }
        Reply reply = answer(asked.get(), request);
        same.ifPresent(
                again -> Optional.ofNullable(reply.headers().get("ETag")).ifPresent(tag -> answers.put(again, tag)));
        return reply;
    }

    private Reply answer(SparqlRequest operation, HttpServletRequest request) {
        return answer(
                budget -> keyed(operation, budget),
                format(operation.formats(), request),
                operation.timeout().orElse(guard.limits().time()),
                request);
    }

    private static Optional<AnswerCache.Request> same(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString())
                .filter(parameters -> !request.getMethod().equals("POST"))
                .map(parameters -> new AnswerCache.Request(parameters, Accept.line(request)));
    }

    private static Reply reply(AnswerCache.Answered answered, HttpServletRequest request) {
        request.setAttribute(ROWS, answered.rows());
        return answered.reply();
    }

    private KeyedQuery keyed(SparqlRequest asked, Budget budget) {
        boolean isLong = asked.query().length() > LONG_QUERY;
        if (isLong) {
            budget.expectSlow();
        }
        Query query = QueryReader.read(asked.query(), release.base(), budget);
        asked.setDataset(query, release.base());
        return new KeyedQuery(
                query, isLong ? asked.query() + asked.defaultGraphs() + asked.namedGraphs() : query.toString());
    }

    /**
     * Runs a parsed query, within the same limits.
     *
     * @param format a format of its answer
     * @throws ProblemException if the reply is an error
     */
    public Reply answer(Query query, Format format, HttpServletRequest request) {
        return answer(
                budget -> new KeyedQuery(query, query.toString()),
                formats -> format,
                guard.limits().time(),
                request);
    }

    /**
     * Runs a task for a client within the time limit.
     *
     * @throws ProblemException if it takes too long, or the server is overloaded
     */
    public <T> T within(HttpServletRequest request, Function<Budget, T> work) {
        return within(request, guard.limits().time(), work);
    }

    /** The same with a shorter time limit. */
    public <T> T within(HttpServletRequest request, Duration time, Function<Budget, T> work) {
        return done(guard.run(settings.clients().of(request), time, work));
    }

    /**
     * Runs a query in a task of {@link #within}.
     *
     * @throws ProblemException if the query uses a refused feature
     * @throws QueryCancelledException if it exceeds a limit
     */
    public Answer ask(Query query, Budget budget) {
        Inspection inspected = Inspection.of(query, settings.services());
        try (QueryExec execution = GuardedExecution.of(inspected, release.dataset(), budget, settings.services())) {
            return new AnswerWriter.Asking(budget).answer(query, execution);
        }
    }

    private Reply answer(
            Function<Budget, KeyedQuery> reading,
            Function<List<Format>, Format> format,
            Duration time,
            HttpServletRequest request) {
        Conditions conditions = Conditions.of(request);
        AnswerCache.Answered answered = done(guard.run(
                settings.clients().of(request),
                time,
                budget -> run(reading.apply(budget), format, conditions, budget)));
        return reply(answered, request);
    }

    /**
     * What the thread of a query needs of the request. The request object must not be used there: after a timeout the
     * container recycles it.
     *
     * @param posted whether the method is POST
     * @param ifNoneMatch the header {@code If-None-Match}
     */
    private record Conditions(boolean posted, @Nullable String ifNoneMatch) {
        static Conditions of(HttpServletRequest request) {
            return new Conditions(request.getMethod().equals("POST"), request.getHeader("If-None-Match"));
        }
    }

    /**
     * A query and its key for entity tags: its serialization, or for a long query its text, because Jena serializes long
     * lists in quadratic time.
     *
     * @param query the query
     * @param key identifies the query
     */
    private record KeyedQuery(Query query, String key) {}

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw new ProblemException(Problem.of(refused.refusal()));
        }
        Throwable cause = ((Outcome.Failed<T>) outcome).cause();
        throw cause instanceof ProblemException problem ? problem : new IllegalStateException("A query failed", cause);
    }

    private AnswerCache.Answered run(
            KeyedQuery asked, Function<List<Format>, Format> formats, Conditions conditions, Budget budget) {
        Query query = asked.query();
        Inspection inspected = Inspection.of(query, settings.services());
        Format format = formats.apply(Format.ofAnswer(query));
        if (!inspected.deterministic()) {
            Reply reply = evaluate(inspected, format, budget)
                    .with("Cache-Control", "no-store")
                    .with("Vary", VARY);
            return new AnswerCache.Answered(reply, budget.rows());
        }
        String tag = EntityTag.weak(release.hash() + " " + settings.program(), asked.key(), format.name());
        Optional<AnswerCache.Answered> had =
                conditions.posted() ? Optional.empty() : AnswerCache.unchanged(conditions.ifNoneMatch(), tag);
        return had.or(() -> AnswerCache.of(release).get(tag)).orElseGet(() -> {
            Reply reply = AnswerCache.cacheable(evaluate(inspected, format, budget), tag);
            AnswerCache.Answered answered = new AnswerCache.Answered(reply, budget.rows());
            AnswerCache.of(release).put(tag, answered);
            return answered;
        });
    }

    private Reply evaluate(Inspection inspected, Format format, Budget budget) {
        Query query = inspected.query();
        try (QueryExec execution = GuardedExecution.of(inspected, release.dataset(), budget, settings.services())) {
            Body body = new Body.Written(new AnswerWriter(format, budget).write(query, execution));
            Reply reply = Reply.of(200, format.contentType(), body);
            return terms.hint(query)
                    .map(hint -> reply.with("OnRecord-Hint", hint))
                    .orElse(reply);
        } catch (QueryExceptionHTTP e) {
            throw new ProblemException(Problem.of(ProblemType.SERVICE_FAILED));
        } catch (QueryCancelledException e) {
            throw budget.refusal()
                    .map(budget::refuse)
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }

    /** Chooses the format with the first name that fits, or without names the one that the client prefers. */
    private static Function<List<Format>, Format> format(List<String> names, HttpServletRequest request) {
        Accept accept = Accept.of(request);
        return fitting -> (names.isEmpty()
                        ? accept.best(fitting)
                        : names.stream()
                                .flatMap(name -> Format.named(name, fitting).stream())
                                .findFirst())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "The answer to this query can be had as " + Format.list(fitting)
                                + ": by the parameter 'format', or by Accept."));
    }

    /** Whether a client prefers HTML to all formats of the service description. */
    public static boolean isBrowser(Accept accept) {
        double graph = accept.best(Format.GRAPHS)
                .map(best -> accept.weight(best.mediaType()))
                .orElse(0.0);
        return accept.weight("text/html") > graph;
    }

    private Reply description(HttpServletRequest request, String address) {
        Accept accept = Accept.of(request);
        Optional<Format> format = accept.best(Format.GRAPHS);
        if (format.isEmpty() || isBrowser(accept)) {
            throw new ProblemException(
                    ProblemType.BAD_REQUEST,
                    "The query is missing. Send it as the parameter 'query'; without one, an RDF client gets the service description.");
        }
        Graph description = ServiceDescription.of(address, release, settings.services());
        Body body =
                new Body.Written(new AnswerWriter(format.get(), Budget.standalone(guard.limits())).write(description));
        return Reply.of(200, format.get().contentType(), body)
                .with("Vary", VARY)
                .with("Cache-Control", "no-store");
    }
}
