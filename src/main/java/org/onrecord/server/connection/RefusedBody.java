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
 * The error answer to a body that was refused. The exchange is complete when the answer has been written and the rest of the
 * body has been read and dropped. If the connection were closed while the client still sends, the system would reset it, and
 * the client would not see the answer (RFC 9112, section 9.6). A body that goes on for five seconds loses its connection:
 * then its reader meets the end. The exchange is never completed while somebody reads, because Jetty would read, too.
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

    /** The body is refused now. */
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

    /** Nothing more of the body comes; nobody reads it any more. */
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
