// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.onrecord.guard.Limits;

/**
 * Limits of threads that handle requests. Further requests are queued without a thread; health and metrics are not limited.
 *
 * @param perClient threads for one client
 * @param all threads for all clients
 */
public record ThreadLimits(int perClient, int all) {
    /** Paths that are not limited. */
    private static final String[] ALWAYS = {"/health/*", "/metrics"};

    private static final int PAGES_PER_CLIENT = 4;
    private static final int PAGES = 32;

    /** For health, metrics, accepting and sending. */
    private static final int SPARE = 24;

    /** Enough threads for the maximum number of queries, and for pages. */
    public static ThreadLimits of(Limits queries) {
        return new ThreadLimits(queries.perClient() + PAGES_PER_CLIENT, queries.queries() + PAGES);
    }

    /** Size of the thread pool. */
    public int pool() {
        return all + SPARE;
    }

    /** Wraps a handler with the limits. */
    public Handler around(Handler inner, Function<Request, String> client) {
        return new Limit(new Limit(inner, request -> "all", all), client, perClient);
    }

    /** Limits the threads of requests with the same key. */
    private static final class Limit extends ThreadLimitHandler {
        private final Function<Request, String> key;

        Limit(Handler inner, Function<Request, String> key, int threads) {
            super(inner, null, false);
            this.key = key;
            setThreadLimit(threads);
            excludePath(ALWAYS);
        }

        @Override
        protected String getRemoteIP(Request request) {
            return key.apply(request);
        }
    }
}
