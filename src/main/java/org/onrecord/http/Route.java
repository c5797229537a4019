// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/**
 * A path that answers, and how.
 *
 * @param name what metrics call it
 * @param methods the methods it knows, besides HEAD (with GET) and OPTIONS
 * @param action makes the reply; HEAD is a GET to it
 */
public record Route(String name, List<String> methods, Action action) {
    public Route {
        methods = List.copyOf(methods);
    }

    /** A route that is only read. */
    public static Route get(String name, Action action) {
        return new Route(name, List.of("GET"), action);
    }

    /** The value of an {@code Allow} header. */
    String allow() {
        return String.join(", ", methods) + (methods.contains("GET") ? ", HEAD" : "") + ", OPTIONS";
    }

    /** Whether it answers a method. */
    boolean knows(String method) {
        return methods.contains(method) || method.equals("HEAD") && methods.contains("GET");
    }

    /** Makes the reply to a request. */
    @FunctionalInterface
    public interface Action {
        /**
         * Answers.
         *
         * @throws org.onrecord.http.ProblemException if the request cannot be answered
         * @throws IOException if the request's body cannot be read
         */
        Reply reply(HttpServletRequest request) throws IOException;
    }
}
