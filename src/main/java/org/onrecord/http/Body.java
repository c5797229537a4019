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

/** The complete body of a reply. */
public sealed interface Body {
    /** An empty body. */
    static Body none() {
        return of("");
    }

    /** A text in UTF-8. */
    static Body of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes, which must not be changed afterwards. */
    static Body of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** Length in bytes. */
    long length();

    /** Opens the bytes; the caller closes the stream. */
    InputStream open() throws IOException;

    /** Releases the memory; called once, after sending or failure. */
    default void release() {}

    /** A body in memory. */
    final class Bytes implements Body {
        private final byte[] bytes;

        private Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
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
     * A file or a part of it, sent without a content coding.
     *
     * @param file exists as long as the server runs
     * @param from offset of the first byte
     * @param length in bytes
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
     * @param output the serialized answer
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
