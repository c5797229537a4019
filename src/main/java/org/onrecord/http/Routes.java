// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every path that answers. Paths are compared as they were sent, so that no encoding of one leads to another; whatever is
 * not listed is 404.
 */
public final class Routes extends HttpServlet {
    /** The request attribute that holds the name of the route taken. */
    public static final String NAME = "org.onrecord.route";

    /** The request attribute that holds the type of the problem answered with. */
    public static final String PROBLEM = "org.onrecord.problem";

    /** The request attribute that holds what an error that is no route's says of its reason. */
    public static final String DETAIL = "org.onrecord.detail";

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Route> exact;
    private final transient BiConsumer<HttpServletRequest, Throwable> mistakes;
    private final transient Function<Problem, String> page;

    /**
     * The routes of a site.
     *
     * @param routes by path; a path that ends in {@code /*} stands for all one step below it, in {@code /**} for all
     *     below it, in {@code .*} for the path with any ending
     * @param mistakes is told of every failure that nobody foresaw, before it is answered as 500
     * @param page writes a problem for a browser
     */
    public Routes(
            Map<String, Route> routes,
            BiConsumer<HttpServletRequest, Throwable> mistakes,
            Function<Problem, String> page) {
        this.exact = new TreeMap<>(routes);
        this.mistakes = mistakes;
        this.page = page;
    }

    /** Whether the body of a request is read: that of a POST to a path that knows it. */
    public boolean takes(String method, String path) {
        return method.equals("POST")
                && find(path).filter(route -> route.knows(method)).isPresent();
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
        ReplyWriter.write(reply, request, response);
    }

    private Reply reply(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        Route route = find(path)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is nothing at '" + shown(path) + "'. What there is: "
                                + exact.keySet().stream()
                                        .filter(known -> !known.contains("*"))
                                        .collect(Collectors.joining(", "))
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
        if (path.contains("*")) {
            return Optional.empty();
        }
        int slash = path.lastIndexOf('/');
        int dot = path.indexOf('.', slash + 1);
        Stream<String> near = Stream.of(
                path, dot < 0 ? path : path.substring(0, dot) + ".*", path.substring(0, Math.max(0, slash)) + "/*");
        Stream<String> above = Stream.iterate(slash, at -> at > 0, at -> path.lastIndexOf('/', at - 1))
                .map(at -> path.substring(0, at) + "/**");
        return Stream.concat(near, above)
                .flatMap(key -> Optional.ofNullable(exact.get(key)).stream())
                .findFirst();
    }

    private Reply problem(HttpServletRequest request, Problem problem) {
        request.setAttribute(PROBLEM, problem.type().slug());
        return ProblemReply.of(problem, request.getHeader("Accept"), page);
    }

    private static String shown(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }
}
