// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Copies them. */
    void writeTo(OutputStream out) throws IOException;

    /** Lets go of the memory, if it was lent. */
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
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
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
        private static final int BUFFER = 1 << 16;

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(from);
                byte[] buffer = new byte[BUFFER];
                long left = length;
                while (left > 0) {
                    int read = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, left));
                    if (read == 0) {
                        throw new EOFException("'" + file + "' became shorter while it was sent");
                    }
                    out.write(buffer, 0, read);
                    left -= read;
                }
            }
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
        public void writeTo(OutputStream out) throws IOException {
            output.copyTo(out);
        }

        @Override
        public void release() {
            output.release();
        }
    }
}
