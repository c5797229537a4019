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
 * Receives bodies before a thread waits for them, within bounds of time and memory. When the memory is full, the longest
 * body that is still coming makes room: parked bodies keep nobody out. Bytes are copied, because Jetty's
 * {@code EagerContentHandler} keeps a whole network buffer for each piece, however short.
 */
public final class RequestBodies extends Handler.Wrapper {
    /** How many bytes a second a client must send, on average, once its grace time is over. */
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
     * The bounds of one body.
     *
     * @param bytes how long it may be
     * @param grace how long it may take, besides a second for each so many bytes that came
     */
    public record Bounds(int bytes, Duration grace) {}

    /**
     * A handler that receives the bodies of some requests and lets the others pass.
     *
     * @param longest how many bytes of a body are read at most; 0 for requests whose body is not read
     * @param client names the client of a request
     */
    public RequestBodies(
            Bounds bounds, ToIntFunction<Request> longest, Function<Request, String> client, Deadlines deadlines) {
        this.bounds = bounds;
        this.longest = longest;
        this.client = client;
        this.deadlines = deadlines;
        this.memory = new BodyMemory(bounds.bytes());
    }

    /** Bytes that bodies hold. */
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
            body.refuseLength();
        } else {
            deadlines.add(body);
            arriving.add(body);
        }
        body.run();
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

    /** Makes room for bytes of a body; refuses it, or a longer one, where there is none. */
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

    /** Calls something in the one thread that reads bodies, so that many long ones leave processors to other requests. */
    void whenItsTurnComes(Runnable read) {
        reader.execute(read);
    }

    /** Calls what drops a piece of a refused body, a thousand times a second at most, for the same reason. */
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

    /** It is complete, or refused: nothing more of it is awaited. */
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
