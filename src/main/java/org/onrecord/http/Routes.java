// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.onrecord.guard.QuickWork;
import org.onrecord.http.negotiation.Accept;

/**
 * Handles requests by the routes of the current release, which can be replaced at any time. A request is handled by one
 * release from beginning to end.
 */
public final class Routes extends HttpServlet {
    /** Request attribute: the name of the route. */
    public static final String NAME = "org.onrecord.route";

    /** Request attribute: the {@link RouteTable} that handles the request. */
    public static final String TABLE = "org.onrecord.routes";

    /** Request attribute: the type of the problem. */
    public static final String PROBLEM = "org.onrecord.problem";

    /** Request attribute: the detail of an error that occurred outside of the routes. */
    public static final String DETAIL = "org.onrecord.detail";

    private static final long serialVersionUID = 1L;

    /** A connection is closed after an answer that took longer. */
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final transient AtomicReference<RouteTable> current;
    private final transient QuickWork quickWork;
    private final transient Function<HttpServletRequest, String> client;
    private final transient BiConsumer<HttpServletRequest, Throwable> errors;

    /**
     * Creates routes with a first table.
     *
     * @param quickWork contains each request that is handled
     * @param client the client of a request
     * @param errors receives unexpected exceptions, before they are answered with 500
     */
    public Routes(
            RouteTable first,
            QuickWork quickWork,
            Function<HttpServletRequest, String> client,
            BiConsumer<HttpServletRequest, Throwable> errors) {
        this.current = new AtomicReference<>(first);
        this.quickWork = quickWork;
        this.client = client;
        this.errors = errors;
    }

    /** The current routes. */
    public RouteTable current() {
        return Objects.requireNonNull(current.get());
    }

    /** Replaces the current routes; requests in flight keep theirs. */
    public void show(RouteTable next) {
        current.set(next);
    }

    /** Maximum length of the body of a request, in bytes; 0 if the body is not read. */
    public int longestBody(String method, String path) {
        return method.equals("POST")
                ? current().find(path).map(Route::longestBody).orElse(0)
                : 0;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        quickWork.begin(Thread.currentThread(), client.apply(request));
        try {
            handle(request, response);
        } finally {
            quickWork.end(Thread.currentThread());
        }
    }

    private void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RouteTable routes = request.getAttribute(TABLE) instanceof RouteTable pinned ? pinned : current();
        long start = System.nanoTime();
        Reply reply;
        try {
            reply = reply(request, routes);
        } catch (ProblemException e) {
            reply = problem(request, e.problem(), routes);
        } catch (RuntimeException | StackOverflowError e) {
            errors.accept(request, e);
            reply = problem(request, Problem.of(ProblemType.INTERNAL_ERROR), routes);
        }
        if (System.nanoTime() - start > SLOW_NANOS) {
            // Requests that wait behind it are not run if the client has gone.
            response.setHeader("Connection", "close");
        }
        ReplyWriter.write(reply.below(routes.root()), request, response);
    }

    private static Reply reply(HttpServletRequest request, RouteTable routes) throws IOException {
        String path = request.getRequestURI();
        Route route = routes.find(path)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "There is nothing at '" + routes.root() + shown(path) + "'. Paths: " + routes.paths() + "."));
        request.setAttribute(NAME, route.name());
        if (request.getMethod().equals("OPTIONS")) {
            return Reply.empty(HttpServletResponse.SC_NO_CONTENT)
                    .with("Allow", route.allow())
                    .with("Access-Control-Allow-Methods", route.allow())
                    .with(
                            "Access-Control-Allow-Headers",
                            "Accept, Content-Type, If-None-Match, Onrecord-At-Least, X-Request-Id")
                    .with("Access-Control-Max-Age", "86400");
        }
        if (!route.knows(request.getMethod())) {
            throw new ProblemException(Problem.of(
                            ProblemType.METHOD_NOT_ALLOWED,
                            "Method '" + shown(request.getMethod()) + "' is not allowed for '" + routes.root()
                                    + path + "'. Allowed: "
                                    + route.allow() + ".")
                    .with("Allow", route.allow()));
        }
        return route.action().reply(request);
    }

    private static Reply problem(HttpServletRequest request, Problem problem, RouteTable routes) {
        request.setAttribute(PROBLEM, problem.type().slug());
        return ProblemReply.of(problem, Accept.line(request), routes.page(), routes.root());
    }

    private static String shown(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }
}
