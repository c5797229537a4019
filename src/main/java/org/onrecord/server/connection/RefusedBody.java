// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.Callback;

/**
 * The error answer to a body that was refused. It is complete when it has been written and the rest of the body has been
 * read and dropped, or after five seconds. If the connection were closed while the client still sends, the system would
 * reset it, and the client would not see the answer (RFC 9112, section 9.6).
 */
final class RefusedBody implements Callback, Deadlines.Wait {
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Callback complete;
    private final Deadlines deadlines;
    private final long start = System.nanoTime();
    private final AtomicInteger open = new AtomicInteger(2);
    private final AtomicBoolean bodyOpen = new AtomicBoolean(true);

    RefusedBody(Callback complete, Deadlines deadlines) {
        this.complete = complete;
        this.deadlines = deadlines;
        deadlines.add(this);
    }

    @Override
    public void succeeded() {
        close();
    }

    @Override
    public void failed(Throwable failure) {
        deadlines.remove(this);
        complete.failed(failure);
    }

    /** Nothing more of the body comes, or is awaited. */
    void bodyEnded() {
        if (bodyOpen.compareAndSet(true, false)) {
            deadlines.remove(this);
            close();
        }
    }

    private void close() {
        if (open.decrementAndGet() == 0) {
            complete.succeeded();
        }
    }

    @Override
    public boolean late(long now) {
        return now - start > LINGER_NANOS;
    }

    @Override
    public void end() {
        bodyEnded();
    }
}
