// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.onrecord.http.RouteTable;
import org.onrecord.http.Routes;
import org.onrecord.release.chain.ChainRecord;

/**
 * Holds a request whose header {@code Onrecord-At-Least} names a release that is not reached, without a thread, until the
 * release or a later one of its chain is current. After two seconds the answer is 503.
 */
public final class ReleaseWaits extends Handler.Wrapper {
    /** The request header: the hash of a release. */
    public static final String HEADER = "Onrecord-At-Least";

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int MAX_WAITING = 1000;
    private static final int MAX_PER_CLIENT = 50;

    private final Supplier<RouteTable> current;
    private final Function<Request, String> client;
    private final Deadlines deadlines;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    /**
     * Holds requests before they reach a handler.
     *
     * @param current the current release
     * @param client identifies who sends a request
     */
    public ReleaseWaits(
            Handler inner, Supplier<RouteTable> current, Function<Request, String> client, Deadlines deadlines) {
        super(inner);
        this.client = client;
        this.current = current;
        this.deadlines = deadlines;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String release = request.getHeaders().get(HEADER);
        if (release == null || isReached(release)) {
            return super.handle(request, response, callback);
        }
        Exchange exchange = new Exchange(request, response, callback);
        if (!ChainRecord.isHash(release)) {
            exchange.fail(400, HEADER + " must be the hash of a release: 64 hex digits in lower case.");
        } else if (isFull(client.apply(request))) {
            exchange.fail(503, "Too many requests wait for a release.");
        } else {
            Waiting next = new Waiting(exchange, client.apply(request), release, System.nanoTime() + LONGEST.toNanos());
            waiting.add(next);
            deadlines.add(next);
            // The release may have become current before the request was added.
            next.look();
        }
        return true;
    }

    private boolean isFull(String sender) {
        return waiting.size() >= MAX_WAITING
                || waiting.stream().filter(other -> other.client.equals(sender)).count() >= MAX_PER_CLIENT;
    }

    private boolean isReached(String release) {
        return current.get().reached().contains(release);
    }

    /** Lets requests go on whose release is reached. */
    public void look() {
        waiting.forEach(Waiting::look);
    }

    /** A request with its response. */
    private record Exchange(Request request, Response response, Callback callback) {
        void fail(int status, String detail) {
            request.setAttribute(Routes.DETAIL, detail);
            Response.writeError(request, response, callback, status);
        }

        void run(Runnable task) {
            request.getComponents().getExecutor().execute(task);
        }

        void passTo(Handler handler) {
            try {
                if (!handler.handle(request, response, callback)) {
                    Response.writeError(request, response, callback, 404);
                }
            } catch (Exception e) {
                Response.writeError(request, response, callback, e);
            }
        }
    }

    /** A request that waits. It ends once. */
    private final class Waiting implements Deadlines.Wait {
        private final Exchange exchange;
        private final String client;
        private final String release;
        private final long deadline;
        private final AtomicBoolean ended = new AtomicBoolean();

        Waiting(Exchange exchange, String client, String release, long deadline) {
            this.exchange = exchange;
            this.client = client;
            this.release = release;
            this.deadline = deadline;
        }

        void look() {
            if (isReached(release)) {
                end(() -> exchange.passTo(getHandler()));
            }
        }

        @Override
        public boolean late(long now) {
            return now - deadline > 0;
        }

        @Override
        public void end() {
            end(() -> exchange.fail(
                    503,
                    "Release " + release
                            + " did not become current within %d seconds.".formatted(LONGEST.toSeconds())));
        }

        private void end(Runnable task) {
            if (!ended.getAndSet(true)) {
                waiting.remove(this);
                deadlines.remove(this);
                exchange.run(task);
            }
        }
    }
}
