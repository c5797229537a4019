// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.input.BoundedInputStream;
import org.onrecord.guard.BoundedOutput;

/** The bytes of a reply, all there. */
public sealed interface Body {
    /** Nothing. */
    static Body none() {
        return of("");
    }

    /** A text in UTF-8. */
    static Body of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes, not to be changed afterwards. */
    static Body of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** How many bytes. */
    long length();

    /** The bytes, from the first; to be closed. */
    InputStream open() throws IOException;

    /** Lets go of the memory, if it was lent; called once, when the bytes were sent or will not be. */
    default void release() {}

    /** A body of its own. */
    final class Bytes implements Body {
        private final byte[] bytes;

        private Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /**
     * A part of a file, or all of it; it is sent as it is, without a content coding.
     *
     * @param file is there as long as the server runs
     * @param from the first byte
     * @param length how many
     */
    record Stored(Path file, long from, long length) implements Body {
        @Override
        public InputStream open() throws IOException {
            InputStream in = Files.newInputStream(file);
            in.skipNBytes(from);
            return BoundedInputStream.builder()
                    .setInputStream(in)
                    .setMaxCount(length)
                    .get();
        }
    }

    /**
     * The answer to a query.
     *
     * @param output as it was written
     */
    record Written(BoundedOutput output) implements Body {
        @Override
        public long length() {
            return output.length();
        }

        @Override
        public InputStream open() {
            return output.open();
        }

        @Override
        public void release() {
            output.release();
        }
    }
}
