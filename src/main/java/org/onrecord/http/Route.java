// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * How requests to a path are handled.
 *
 * @param name the label in metrics
 * @param longestBody maximum length of the body of a POST, in bytes; 0 if POST is not allowed
 * @param action creates the reply; HEAD is handled as GET
 */
public record Route(String name, int longestBody, Action action) {
    /** A route for GET. */
    public static Route get(String name, Action action) {
        return new Route(name, 0, action);
    }

    /** The value of an {@code Allow} header. */
    String allow() {
        return longestBody > 0 ? "GET, POST, HEAD, OPTIONS" : "GET, HEAD, OPTIONS";
    }

    /** Whether a method is allowed. */
    boolean knows(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("POST") && longestBody > 0;
    }

    /** Creates the reply to a request. */
    @FunctionalInterface
    public interface Action {
        /**
         * Handles a request.
         *
         * @throws org.onrecord.http.ProblemException if the reply is an error
         * @throws IOException if the request's body cannot be read
         */
        Reply reply(HttpServletRequest request) throws IOException;
    }
}
