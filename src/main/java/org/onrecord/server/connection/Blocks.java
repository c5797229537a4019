// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.Content;

/**
 * A byte buffer in blocks of 16 KiB, the first of 1 KiB. It grows without copying, and the blocks are not humongous objects
 * for the garbage collector. Not thread-safe.
 */
final class Blocks {
    private static final int FIRST = 1 << 10;
    private static final int SIZE = 16 << 10;

    private final List<ByteBuffer> blocks = new ArrayList<>();

    /** Adds the content of a chunk. */
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

    /** The bytes as a source that can be read once. */
    Content.Source source() {
        return Content.Source.from(blocks.stream().map(ByteBuffer::flip).toArray(ByteBuffer[]::new));
    }

    private ByteBuffer last() {
        return blocks.get(blocks.size() - 1);
    }
}
