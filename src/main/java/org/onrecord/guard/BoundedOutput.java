// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Buffers an answer in chunks. Exceeding the budget's bytes throws a {@link RefusedException}. Each chunk is twice as large as
 * the one before, up to 2 MiB: G1 does not move objects larger than half a region, so it does not copy long answers, which
 * slow clients keep in memory for minutes.
 */
public final class BoundedOutput extends OutputStream {
    /** What the JVM adds to the elements of an array, in bytes: with it, a chunk fills whole regions. */
    private static final int ARRAY_HEADER = 16;

    private static final int SHORTEST = (64 << 10) - ARRAY_HEADER;
    private static final int LONGEST = (2 << 20) - ARRAY_HEADER;

    private final Budget budget;
    private final List<ByteBuffer> chunks = new ArrayList<>();

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
            ByteBuffer chunk = chunk();
            int now = Math.min(count - done, chunk.remaining());
            chunk.put(bytes, offset + done, now);
            done += now;
        }
    }

    /** A chunk with room for a byte. */
    private ByteBuffer chunk() {
        int before = chunks.isEmpty() ? 0 : last().capacity();
        if (before == 0 || !last().hasRemaining()) {
            int twice = 2 * (before + ARRAY_HEADER) - ARRAY_HEADER;
            int size = Math.max(SHORTEST, Math.min(twice, LONGEST));
            chunks.add(ByteBuffer.allocate(budget.answerBytes(length(), size)));
        }
        return last();
    }

    private ByteBuffer last() {
        return chunks.get(chunks.size() - 1);
    }

    /** Releases the memory. Call it after the answer was sent or discarded. */
    public void release() {
        budget.releaseAnswer();
    }

    /** The number of bytes written. */
    public long length() {
        return chunks.stream().mapToLong(ByteBuffer::position).sum();
    }

    /** A stream over the buffered bytes, without copying. */
    public InputStream open() {
        return new SequenceInputStream(Collections.enumeration(chunks.stream()
                .map(chunk -> new ByteArrayInputStream(chunk.array(), chunk.arrayOffset(), chunk.position()))
                .toList()));
    }
}
