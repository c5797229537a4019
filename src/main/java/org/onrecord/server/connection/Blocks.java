// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.Content;

/**
 * Bytes in blocks of 16 KiB, the first of 1 KiB: they grow without being copied, and stay below the size from which the garbage collector
 * treats arrays one by one. Used by one thread at a time.
 */
final class Blocks {
    private static final int FIRST = 1 << 10;
    private static final int SIZE = 16 << 10;

    private final List<ByteBuffer> blocks = new ArrayList<>();

    /** Adds what is left in a chunk. */
    void add(Content.Chunk chunk) {
        while (chunk.remaining() > 0) {
            if (blocks.isEmpty() || !last().hasRemaining()) {
                blocks.add(ByteBuffer.allocate(blocks.isEmpty() ? FIRST : SIZE));
            }
            ByteBuffer to = last();
            ByteBuffer from = chunk.getByteBuffer();
            int length = Math.min(to.remaining(), from.remaining());
            to.put(from.slice().limit(length));
            chunk.skip(length);
        }
    }

    /** The bytes, to be read once. */
    Content.Source source() {
        return Content.Source.from(blocks.stream().map(ByteBuffer::flip).toArray(ByteBuffer[]::new));
    }

    private ByteBuffer last() {
        return blocks.get(blocks.size() - 1);
    }
}
