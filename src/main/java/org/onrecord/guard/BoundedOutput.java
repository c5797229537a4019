// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Buffers an answer in chunks. Exceeding the budget's bytes throws a {@link RefusedException}. */
public final class BoundedOutput extends OutputStream {
    private static final int CHUNK = 64 << 10;

    private final Budget budget;
    private final List<byte[]> chunks = new ArrayList<>();
    private final AtomicLong length = new AtomicLong();

    public BoundedOutput(Budget budget) {
        this.budget = budget;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        budget.step();
        int done = 0;
        while (done < count) {
            int at = (int) (length.get() % CHUNK);
            if (at == 0) {
                budget.answerBytes(length.get(), CHUNK);
                chunks.add(new byte[CHUNK]);
            }
            int now = Math.min(count - done, CHUNK - at);
            System.arraycopy(bytes, offset + done, chunks.get(chunks.size() - 1), at, now);
            length.addAndGet(now);
            done += now;
        }
    }

    /** Releases the memory. Call it after the answer was sent or discarded. */
    public void release() {
        budget.releaseAnswer();
    }

    /** The number of bytes written. */
    public long length() {
        return length.get();
    }

    /** A stream over the buffered bytes, without copying. */
    public InputStream open() {
        List<InputStream> streams = new ArrayList<>();
        long left = length.get();
        for (byte[] chunk : chunks) {
            streams.add(new ByteArrayInputStream(chunk, 0, (int) Math.min(left, CHUNK)));
            left -= CHUNK;
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }
}
