// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections of clients that do not read the response at a minimum rate, after a grace period. Jetty's
 * {@code MinimumDataRateHandler} checks only when the next piece is written.
 */
public final class AnswerDeadlines extends Handler.Wrapper {
    /** Minimum rate of reading. */
    public static final long BYTES_PER_SECOND = 32 << 10;

    /** Size of the send buffer of the operating system: bytes written, but not yet read by the client. */
    public static final int SEND_BUFFER = 256 << 10;

    private final Duration grace;
    private final Deadlines deadlines;

    public AnswerDeadlines(Handler inner, Duration grace, Deadlines deadlines) {
        super(inner);
        this.grace = grace;
        this.deadlines = deadlines;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Answer(request, response), callback);
    }

    /** A response that is watched while a write is pending. */
    private final class Answer extends Response.Wrapper implements Deadlines.Wait {
        private final AtomicLong taken = new AtomicLong();
        private final AtomicLong waited = new AtomicLong();
        private final AtomicLong since = new AtomicLong();

        Answer(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            int length = bytes == null ? 0 : bytes.remaining();
            since.set(System.nanoTime());
            deadlines.add(this);
            super.write(last, bytes, Callback.from(() -> written(length), callback));
        }

        private void written(int length) {
            deadlines.remove(this);
            waited.addAndGet(System.nanoTime() - since.get());
            taken.addAndGet(length);
        }

        @Override
        public boolean late(long now) {
            long bytes = Math.max(0, taken.get() - SEND_BUFFER);
            long allowed = grace.toNanos() + TimeUnit.SECONDS.toNanos(1) * bytes / BYTES_PER_SECOND;
            return waited.get() + now - since.get() > allowed;
        }

        @Override
        public void end() {
            getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
        }
    }
}
