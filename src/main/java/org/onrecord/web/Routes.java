// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.onrecord.web.problem.Problem;
import org.onrecord.web.problem.ProblemException;
import org.onrecord.web.problem.ProblemReply;
import org.onrecord.web.problem.ProblemType;

/**
 * Every path that answers. Paths are compared as they were sent, so that no encoding of one leads to another; whatever is
 * not listed is 404.
 */
public final class Routes extends HttpServlet {
    /** The request attribute that holds the name of the route taken. */
    public static final String NAME = "org.onrecord.route";

    /** The request attribute that holds the type of the problem answered with. */
    public static final String PROBLEM = "org.onrecord.problem";

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Route> exact;
    private final transient BiConsumer<HttpServletRequest, Throwable> mistakes;

    /**
     * The routes of a site.
     *
     * @param routes by path; a path that ends in {@code /*} stands for all one step below it
     * @param mistakes is told of every failure that nobody foresaw, before it is answered as 500
     */
    public Routes(Map<String, Route> routes, BiConsumer<HttpServletRequest, Throwable> mistakes) {
        this.exact = new TreeMap<>(routes);
        this.mistakes = mistakes;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply;
        try {
            reply = reply(request);
        } catch (ProblemException e) {
            reply = problem(request, e.problem());
        } catch (RuntimeException | StackOverflowError e) {
            mistakes.accept(request, e);
            reply = problem(request, Problem.of(ProblemType.INTERNAL_ERROR));
        }
        try {
            ReplyWriter.write(reply, request, response);
        } finally {
            reply.body().release();
        }
    }

    private Reply reply(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        Route route = find(path)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is nothing at '" + shown(path) + "'. What there is: " + String.join(", ", exact.keySet())
                                + ".")));
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

    private Optional<Route> find(String path) {
        Route route = exact.get(path);
        int slash = path.lastIndexOf('/');
        if (route == null && slash > 0 && !path.endsWith("*")) {
            route = exact.get(path.substring(0, slash) + "/*");
        }
        return Optional.ofNullable(route);
    }

    private static Reply problem(HttpServletRequest request, Problem problem) {
        request.setAttribute(PROBLEM, problem.type().slug());
        return ProblemReply.of(problem, request.getHeader("Accept"));
    }

    private static String shown(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }
}
