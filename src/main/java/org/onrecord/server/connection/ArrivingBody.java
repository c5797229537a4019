// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;
import org.onrecord.http.Routes;

/** A request body while it is received. It is passed on complete, or refused. */
final class ArrivingBody implements Deadlines.Wait, Invocable.Task {
    private static final int MOST_AT_A_TIME = 64 << 10;

    private final RequestBodies bodies;
    private final Exchange exchange;
    private final String client;
    private final int most;
    private final long start = System.nanoTime();
    private final AtomicReference<@Nullable Blocks> bytes = new AtomicReference<>(new Blocks());
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final RefusedBody refused;

    ArrivingBody(RequestBodies bodies, Exchange exchange, String client, int most) {
        this.bodies = bodies;
        this.exchange = exchange;
        this.client = client;
        this.most = most;
        this.refused = new RefusedBody(
                exchange.callback(),
                exchange.request().getConnectionMetaData().getConnection().getEndPoint(),
                bodies.deadlines());
    }

    /**
     * The arguments of a Jetty handler.
     *
     * @param request the request
     * @param response the response
     * @param callback is completed with the exchange
     */
    record Exchange(Request request, Response response, Callback callback) {}

    /** The client. */
    String client() {
        return client;
    }

    /** Number of bytes received and held. */
    int held() {
        return held.get();
    }

    /** Discards the received bytes; returns their number. */
    int drain() {
        bytes.set(null);
        return held.getAndSet(0);
    }

    private Request request() {
        return exchange.request();
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** More content is available. */
    @Override
    public void run() {
        if (over.get()) {
            bodies.whenThereIsTime(this::receive);
        } else {
            bodies.whenItsTurnComes(this::receive);
        }
    }

    /** Reads available content, a limited amount at a time. */
    private void receive() {
        boolean ended = false;
        int read = 0;
        while (!ended) {
            Content.Chunk chunk = read < MOST_AT_A_TIME ? request().read() : null;
            if (chunk == null) {
                request().demand(this);
                return;
            }
            read += chunk.remaining();
            ended = chunk.isLast() || Content.Chunk.isFailure(chunk);
            if (Content.Chunk.isFailure(chunk)) {
                fail(chunk.getFailure());
            } else if (over.get()) {
                chunk.release();
            } else if (keep(chunk) && ended) {
                complete();
            }
        }
        refused.bodyEnded();
    }

    private boolean keep(Content.Chunk chunk) {
        int length = chunk.remaining();
        boolean fits = held.get() + length <= most;
        Blocks arrived = bytes.get();
        if (!fits) {
            refuseLength();
        }
        if (!fits || arrived == null || !bodies.grow(this, length)) {
            chunk.release();
            return false;
        }
        arrived.add(chunk);
        chunk.release();
        held.addAndGet(length);
        if (over.get()) {
            bodies.release(this);
        }
        return true;
    }

    private void complete() {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        bodies.arrived(this);
        Request.addCompletionListener(request(), failure -> bodies.release(this));
        Exchange whole = new Exchange(
                new WholeRequest(request(), Objects.requireNonNull(bytes.get()).source()),
                exchange.response(),
                exchange.callback());
        request().getContext().execute(() -> bodies.next(whole));
    }

    private void fail(Throwable failure) {
        if (failure instanceof TimeoutException) {
            refuse(408, "");
        } else if (letGo()) {
            Response.writeError(request(), exchange.response(), exchange.callback(), failure);
        }
    }

    /** Refuses a body that is too long, or declares to be. */
    void refuseLength() {
        refuse(
                413,
                " The limit here is %,d bytes (--max-body; that of queries follows from --max-query).".formatted(most));
    }

    /**
     * Sends an error and discards the received bytes. Calls the error handler directly, because Jetty's
     * {@code Response.writeError} aborts the rest of the body.
     */
    void refuse(int status, String detail) {
        if (!letGo()) {
            return;
        }
        refused.begin();
        request().setAttribute(Routes.DETAIL, detail);
        exchange.response().getHeaders().put("Connection", "close");
        exchange.response().setStatus(status);
        try {
            bodies.getServer().getErrorHandler().handle(request(), exchange.response(), refused);
        } catch (Exception e) {
            refused.failed(e);
        }
    }

    private boolean letGo() {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        bodies.arrived(this);
        bodies.release(this);
        return true;
    }

    @Override
    public boolean late(long now) {
        long allowed = bodies.bounds().grace().toNanos()
                + TimeUnit.SECONDS.toNanos(1) * held() / RequestBodies.BYTES_PER_SECOND;
        return now - start > allowed;
    }

    @Override
    public void end() {
        refuse(408, "");
        bodies.arrived(this);
    }

    /** The request with its received body. */
    private static final class WholeRequest extends Request.Wrapper {
        private final Content.Source body;

        WholeRequest(Request request, Content.Source body) {
            super(request);
            this.body = body;
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable next) {
            body.demand(next);
        }
    }
}
