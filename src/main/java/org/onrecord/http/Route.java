// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * A path that answers, and how.
 *
 * @param name what metrics call it
 * @param longestBody how many bytes may be posted to it; 0 if it does not know POST
 * @param action makes the reply; HEAD is a GET to it
 */
public record Route(String name, int longestBody, Action action) {
    /** A route that is only read. */
    public static Route get(String name, Action action) {
        return new Route(name, 0, action);
    }

    /** The value of an {@code Allow} header. */
    String allow() {
        return longestBody > 0 ? "GET, POST, HEAD, OPTIONS" : "GET, HEAD, OPTIONS";
    }

    /** Whether it answers a method. */
    boolean knows(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("POST") && longestBody > 0;
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
