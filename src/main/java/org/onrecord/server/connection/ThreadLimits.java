// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.onrecord.guard.Limits;

/**
 * How many threads answer requests. Requests beyond a bound wait in line without a thread; health and metrics never wait.
 *
 * @param perClient for one client: its queries, and some for pages
 * @param all for all clients: all queries, and some for pages
 */
public record ThreadLimits(int perClient, int all) {
    /** Paths that are answered whatever else is under way. */
    private static final String[] ALWAYS = {"/health/*", "/metrics"};

    private static final int PAGES_PER_CLIENT = 4;
    private static final int PAGES = 32;

    /** For health, metrics, accepting, and sending what waits for a client. */
    private static final int SPARE = 24;

    /** Enough threads for all queries that may be under way, and for others besides. */
    public static ThreadLimits of(Limits queries) {
        return new ThreadLimits(queries.perClient() + PAGES_PER_CLIENT, queries.queries() + PAGES);
    }

    /** The size of the server's pool. */
    public int pool() {
        return all + SPARE;
    }

    /** A handler that gives requests to another within the bounds, told apart by a name for each client. */
    public Handler around(Handler inner, Function<Request, String> client) {
        return new Limit(new Limit(inner, request -> "all", all), client, perClient);
    }

    /** At most so many threads for requests with the same key. */
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
