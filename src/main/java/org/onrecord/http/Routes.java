// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/**
 * Answers by the routes of the current release, which can be exchanged at any time: a request is answered by one release
 * from its beginning to its end.
 */
public final class Routes extends HttpServlet {
    /** The request attribute that holds the name of the route taken. */
    public static final String NAME = "org.onrecord.route";

    /** The request attribute that holds the {@link RouteTable} that answers. */
    public static final String TABLE = "org.onrecord.routes";

    /** The request attribute that holds the type of the problem answered with. */
    public static final String PROBLEM = "org.onrecord.problem";

    /** The request attribute that holds what an error that is no route's says of its reason. */
    public static final String DETAIL = "org.onrecord.detail";

    private static final long serialVersionUID = 1L;

    private final transient AtomicReference<RouteTable> current;
    private final transient BiConsumer<HttpServletRequest, Throwable> errors;

    /**
     * Routes, of which the first are shown.
     *
     * @param errors is told of every unexpected failure, before it is answered as 500
     */
    public Routes(RouteTable first, BiConsumer<HttpServletRequest, Throwable> errors) {
        this.current = new AtomicReference<>(first);
        this.errors = errors;
    }

    /** The routes that answer the next request. */
    public RouteTable current() {
        return Objects.requireNonNull(current.get());
    }

    /** Makes other routes the current ones; requests that have begun keep theirs. */
    public void show(RouteTable next) {
        current.set(next);
    }

    /** How many bytes of the body of a request are read at most; 0 if none is, because only some paths know POST. */
    public int longestBody(String method, String path) {
        return method.equals("POST")
                ? current().find(path).map(Route::longestBody).orElse(0)
                : 0;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RouteTable routes = request.getAttribute(TABLE) instanceof RouteTable pinned ? pinned : current();
        Reply reply;
        try {
            reply = reply(request, routes);
        } catch (ProblemException e) {
            reply = problem(request, e.problem(), routes);
        } catch (RuntimeException | StackOverflowError e) {
            errors.accept(request, e);
            reply = problem(request, Problem.of(ProblemType.INTERNAL_ERROR), routes);
        }
        ReplyWriter.write(reply, request, response);
    }

    private static Reply reply(HttpServletRequest request, RouteTable routes) throws IOException {
        String path = request.getRequestURI();
        Route route = routes.find(path)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is nothing at '" + shown(path) + "'. What there is: " + routes.paths() + ".")));
        request.setAttribute(NAME, route.name());
        if (request.getMethod().equals("OPTIONS")) {
            return Reply.empty(HttpServletResponse.SC_NO_CONTENT)
                    .with("Allow", route.allow())
                    .with("Access-Control-Allow-Methods", route.allow())
                    .with("Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match, X-Request-Id")
                    .with("Access-Control-Max-Age", "86400");
        }
        if (!route.knows(request.getMethod())) {
            throw new ProblemException(Problem.of(
                            ProblemType.METHOD_NOT_ALLOWED,
                            "'" + shown(request.getMethod()) + "' is not a method of '" + path + "'. Allowed: "
                                    + route.allow() + ".")
                    .with("Allow", route.allow()));
        }
        return route.action().reply(request);
    }

    private static Reply problem(HttpServletRequest request, Problem problem, RouteTable routes) {
        request.setAttribute(PROBLEM, problem.type().slug());
        return ProblemReply.of(problem, request.getHeader("Accept"), routes.page());
    }

    private static String shown(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }
}
