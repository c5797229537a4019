// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

/** The query operation of the SPARQL 1.1 Protocol over one release. Safe for many threads. */
public final class SparqlEndpoint implements Route.Action {
    /** The request attribute that holds the number of rows answered. */
    public static final String ROWS = "org.onrecord.rows";

    /** Parsing and optimising a longer query, in UTF-16 code units, takes long enough to need a lane. */
    private static final int LONG_QUERY = 4096;

    private static final String VARY = "Accept, Accept-Encoding";

    private final Release release;
    private final EndpointSettings settings;
    private final Guard guard;
    private final MisspeltTerms terms;

    /** The endpoint of a release. */
    public SparqlEndpoint(Release release, EndpointSettings settings) {
        this.release = release;
        this.settings = settings;
        this.guard = settings.guard();
        this.terms = MisspeltTerms.of(release);
    }

    /** How many bytes a client may post. */
    public int longestBody() {
        return settings.reader().longestBody();
    }

    @Override
    public Reply reply(HttpServletRequest request) throws IOException {
        return reply(request, request.getRequestURL().toString());
    }

    /** Answers a request to an endpoint that calls itself by an address. */
    public Reply reply(HttpServletRequest request, String address) throws IOException {
        Optional<SparqlRequest> asked = settings.reader().read(request);
        return asked.isPresent() ? answer(asked.get(), request) : description(request, address);
    }

    private Reply answer(SparqlRequest asked, HttpServletRequest request) {
        return answer(
                budget -> identified(asked, budget),
                asked.format(),
                asked.timeout().orElse(guard.limits().time()),
                request);
    }

    private static Identified identified(SparqlRequest asked, Budget budget) {
        boolean isLong = asked.query().length() > LONG_QUERY;
        if (isLong) {
            budget.expectSlow();
        }
        Query query = QueryReader.read(asked.query(), budget);
        ProtocolDataset.apply(asked, query);
        return new Identified(
                query, isLong ? asked.query() + asked.defaultGraphs() + asked.namedGraphs() : query.toString());
    }

    /**
     * Answers a query that is ready, within the same limits.
     *
     * @param format the name of a format; by {@code Accept} without one
     * @throws ProblemException if it cannot be answered
     */
    public Reply answer(Query query, Optional<String> format, HttpServletRequest request) {
        return answer(
                budget -> new Identified(query, query.toString()),
                format,
                guard.limits().time(),
                request);
    }

    /**
     * Does something for a client within the time limit.
     *
     * @throws ProblemException if it takes longer, or too much is under way
     */
    public <T> T within(HttpServletRequest request, Function<Budget, T> work) {
        return within(request, guard.limits().time(), work);
    }

    /** The same within a time of its own, where that is shorter than the server's limit. */
    public <T> T within(HttpServletRequest request, Duration time, Function<Budget, T> work) {
        return done(guard.run(settings.clients().of(request), time, work));
    }

    /**
     * Asks in the thread that a budget belongs to, for work that is done {@link #within} it.
     *
     * @throws ProblemException if the query asks for something that is refused
     * @throws QueryCancelledException if it meets a bound
     */
    public Answer ask(Query query, Budget budget) {
        Inspection.of(query, settings.services());
        try (QueryExec execution = GuardedExecution.of(query, release.dataset(), budget, settings.services())) {
            return new AnswerWriter.Asking(budget).answer(query, execution);
        }
    }

    private Reply answer(
            Function<Budget, Identified> reading, Optional<String> format, Duration time, HttpServletRequest request) {
        Asker asker = Asker.of(request);
        Counted counted = done(guard.run(settings.clients().of(request), time, budget -> {
            Reply reply = run(reading.apply(budget), format, asker, budget);
            return new Counted(reply, budget.rows());
        }));
        request.setAttribute(ROWS, counted.rows());
        return counted.reply();
    }

    /**
     * What a query's own thread needs of a request, which belongs to another request once nobody waits for the answer.
     *
     * @param posted whether the method is POST
     * @param accept the header
     * @param had the header {@code If-None-Match}
     */
    private record Asker(
            boolean posted, Accept accept, @Nullable String had) {
        static Asker of(HttpServletRequest request) {
            return new Asker(
                    request.getMethod().equals("POST"),
                    Accept.of(request.getHeader("Accept")),
                    request.getHeader("If-None-Match"));
        }
    }

    /**
     * A query, and a text that no other query has: as Jena writes it, in whatever layout it came; or, where it is long, as
     * it came, because Jena takes a time for a list that grows with the square of its length.
     *
     * @param query the query
     * @param key stands for it in entity tags
     */
    private record Identified(Query query, String key) {}

    /**
     * A reply, and the rows in it.
     *
     * @param reply answers the request
     * @param rows how many
     */
    private record Counted(Reply reply, long rows) {}

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

    private Reply run(Identified asked, Optional<String> wanted, Asker asker, Budget budget) {
        Query query = asked.query();
        Inspection inspection = Inspection.of(query, settings.services());
        Format format = format(wanted, asker.accept(), Format.ofAnswer(query));
        boolean lasting = inspection.deterministic();
        String tag = EntityTag.weak(release.hash() + " " + settings.program(), asked.key(), format.name());
        if (lasting && !asker.posted()) {
            Optional<String> had = EntityTag.had(asker.had(), tag);
            if (had.isPresent()) {
                return cacheable(Reply.empty(304), had.get());
            }
        }
        try (QueryExec execution = GuardedExecution.of(query, release.dataset(), budget, settings.services())) {
            Reply reply = Reply.of(
                    200,
                    format.contentType(),
                    new Body.Written(new AnswerWriter(format, budget).write(query, execution)));
            reply = lasting
                    ? cacheable(reply, tag)
                    : reply.with("Cache-Control", "no-store").with("Vary", VARY);
            Optional<String> hint = terms.hint(query);
            return hint.isPresent() ? reply.with("OnRecord-Hint", hint.get()) : reply;
        } catch (QueryExceptionHTTP e) {
            throw new ProblemException(Problem.of(ProblemType.SERVICE_FAILED));
        } catch (QueryCancelledException e) {
            throw budget.refusal()
                    .map(budget::refuse)
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }

    private static Reply cacheable(Reply reply, String tag) {
        return reply.with("ETag", tag).with("Cache-Control", "no-cache").with("Vary", VARY);
    }

    private static Format format(Optional<String> wanted, Accept accept, List<Format> fitting) {
        Optional<Format> format = wanted.isPresent() ? Format.named(wanted.get(), fitting) : accept.best(fitting);
        return format.orElseThrow(() -> new ProblemException(Problem.of(
                ProblemType.NOT_ACCEPTABLE,
                "The answer to this query can be had as " + Format.list(fitting)
                        + ": by the parameter 'format', or by Accept.")));
    }

    /** Whether a client takes a page better than any form of the service description. */
    public static boolean isBrowser(Accept accept) {
        double graph = accept.best(Format.GRAPHS)
                .map(best -> accept.weight(best.mediaType()))
                .orElse(0.0);
        return accept.weight("text/html") > graph;
    }

    private Reply description(HttpServletRequest request, String address) {
        Accept accept = Accept.of(request.getHeader("Accept"));
        Optional<Format> format = accept.best(Format.GRAPHS);
        if (format.isEmpty() || isBrowser(accept)) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.BAD_REQUEST,
                            "There is no query. Send it as the parameter 'query'; without one, an RDF client gets the service description."));
        }
        Body body = new Body.Written(new AnswerWriter(format.get(), Budget.standalone(guard.limits()))
                .write(ServiceDescription.of(address, release.dataset(), settings.services())));
        return Reply.of(200, format.get().contentType(), body)
                .with("Vary", VARY)
                .with("Cache-Control", "no-store");
    }
}
