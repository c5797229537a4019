// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The error response to a refused body. The exchange completes when the response is written and the rest of the body is read
 * and dropped: if the connection were closed while the client still sends, it would be reset, and the client would not see
 * the response (RFC 9112, section 9.6). After five seconds the connection is closed. The exchange is not completed while the
 * body is read, because Jetty would read, too.
 */
final class RefusedBody implements Callback, Deadlines.Wait {
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Callback complete;
    private final EndPoint client;
    private final Deadlines deadlines;
    private final AtomicLong start = new AtomicLong();
    private final AtomicInteger open = new AtomicInteger(2);
    private final AtomicBoolean bodyOpen = new AtomicBoolean(true);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    RefusedBody(Callback complete, EndPoint client, Deadlines deadlines) {
        this.complete = complete;
        this.client = client;
        this.deadlines = deadlines;
    }

    /** Starts the timeout. */
    void begin() {
        start.set(System.nanoTime());
        deadlines.add(this);
    }

    @Override
    public void succeeded() {
        close();
    }

    @Override
    public void failed(Throwable cause) {
        failure.set(cause);
        client.close();
        close();
    }

    /** The body has ended, and is not read any more. */
    void bodyEnded() {
        if (bodyOpen.compareAndSet(true, false)) {
            close();
        }
    }

    private void close() {
        if (open.decrementAndGet() == 0) {
            deadlines.remove(this);
            Throwable cause = failure.get();
            if (cause == null) {
                complete.succeeded();
            } else {
                complete.failed(cause);
            }
        }
    }

    @Override
    public boolean late(long now) {
        return now - start.get() > LINGER_NANOS;
    }

    @Override
    public void end() {
        client.close();
    }
}
