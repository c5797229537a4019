// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How requests to a path are handled.
 *
 * @param name the label in metrics
 * @param longestBody maximum length of the body of a POST, in bytes; 0 if POST is not allowed
 * @param action creates the reply; HEAD is handled as GET
 * @param known gives replies that need no action
 */
public record Route(String name, int longestBody, Action action, Known known) {
    /** A route without known replies. */
    public Route(String name, int longestBody, Action action) {
        this(name, longestBody, action, request -> Optional.empty());
    }

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

    /** Gives the reply to a GET if it is known: at once, without reading the body. */
    @FunctionalInterface
    public interface Known {
        /** The reply, or empty. */
        Optional<Reply> reply(Get request);
    }

    /**
     * A GET with a query.
     *
     * @param query the encoded query of its address
     * @param accept the header {@code Accept}, or null
     * @param ifNoneMatch the header {@code If-None-Match}, or null
     * @param attributes receives attributes of the request
     */
    public record Get(
            String query,
            @Nullable String accept,
            @Nullable String ifNoneMatch,
            BiConsumer<String, Object> attributes) {}

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
