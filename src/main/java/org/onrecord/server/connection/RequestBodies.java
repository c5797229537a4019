// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Receives request bodies without blocking a thread, within limits of time and memory. When the memory is full, the longest
 * incomplete body is evicted, so that slow senders do not block others. Jetty's {@code EagerContentHandler} is not used,
 * because it keeps a whole network buffer for each chunk.
 */
public final class RequestBodies extends Handler.Wrapper {
    /** Minimum rate of sending, after the grace period. */
    public static final long BYTES_PER_SECOND = 16 << 10;

    private static final long PAUSE_NANOS = 1_000_000;

    private final Bounds bounds;
    private final ToIntFunction<Request> longest;
    private final Function<Request, String> client;
    private final Deadlines deadlines;
    private final BodyMemory memory;
    private final Set<ArrivingBody> arriving = ConcurrentHashMap.newKeySet();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(RequestBodies::thread);
    private final ExecutorService dropper = Executors.newSingleThreadExecutor(RequestBodies::thread);

    /**
     * Limits of one body.
     *
     * @param bytes maximum length
     * @param grace grace period, to which a second is added for each {@link #BYTES_PER_SECOND}
     */
    public record Bounds(int bytes, Duration grace) {}

    /**
     * A handler that receives the bodies of some requests.
     *
     * @param longest maximum length of the body of a request; 0 if the body is not read
     * @param client identifies the client of a request
     */
    public RequestBodies(
            Bounds bounds, ToIntFunction<Request> longest, Function<Request, String> client, Deadlines deadlines) {
        this.bounds = bounds;
        this.longest = longest;
        this.client = client;
        this.deadlines = deadlines;
        this.memory = new BodyMemory(bounds.bytes());
    }

    /** Number of bytes held. */
    public long held() {
        return memory.all();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean chunked = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        int most = Math.min(bounds.bytes(), longest.applyAsInt(request));
        if (most == 0 || request.getLength() <= 0 && !chunked) {
            return super.handle(request, response, callback);
        }
        ArrivingBody body = new ArrivingBody(
                this, new ArrivingBody.Exchange(request, response, callback), client.apply(request), most);
        if (request.getLength() > most) {
            whenItsTurnComes(() -> {
                body.refuseLength();
                body.run();
            });
        } else {
            deadlines.add(body);
            arriving.add(body);
            body.run();
        }
        return true;
    }

    private static Thread thread(Runnable reading) {
        Thread thread = new Thread(reading, "bodies");
        thread.setDaemon(true);
        return thread;
    }

    Bounds bounds() {
        return bounds;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /** Reserves memory for a body; evicts a longer one or refuses this one if there is not enough. */
    boolean grow(ArrivingBody body, int bytes) {
        while (!memory.fits(bytes)) {
            ArrivingBody longest = arriving.stream()
                    .max(Comparator.comparingInt(ArrivingBody::held))
                    .filter(other -> other.held() > body.held())
                    .orElse(body);
            longest.refuse(503, memory.full());
            if (longest.equals(body)) {
                return false;
            }
        }
        var refusal = memory.take(body.client(), bytes);
        refusal.ifPresent(detail -> body.refuse(503, detail));
        return refusal.isEmpty();
    }

    /** Runs a task in the thread that reads and refuses bodies. One thread, so that floods of bodies leave CPU to other requests. */
    void whenItsTurnComes(Runnable read) {
        reader.execute(read);
    }

    /** Runs a task that drops a piece of a refused body; at most a thousand a second, for the same reason. */
    void whenThereIsTime(Runnable drop) {
        dropper.execute(() -> {
            drop.run();
            LockSupport.parkNanos(PAUSE_NANOS);
        });
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        reader.shutdown();
        dropper.shutdown();
    }

    /** The body is complete or refused. */
    void arrived(ArrivingBody body) {
        arriving.remove(body);
        deadlines.remove(body);
    }

    void release(ArrivingBody body) {
        memory.give(body.client(), body.drain());
    }

    void next(ArrivingBody.Exchange exchange) {
        try {
            if (!super.handle(exchange.request(), exchange.response(), exchange.callback())) {
                Response.writeError(exchange.request(), exchange.response(), exchange.callback(), 404);
            }
        } catch (Exception e) {
            Response.writeError(exchange.request(), exchange.response(), exchange.callback(), e);
        }
    }
}
