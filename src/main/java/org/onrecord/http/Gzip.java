// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterInputStream;

/** Gzip (RFC 1952) as an input stream, which the JDK does not have. */
final class Gzip {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int TRAILER = 8;

    private Gzip() {}

    /** Compresses a stream; closing the result closes the stream. */
    static InputStream of(InputStream plain) {
        ByteBuffer trailer = ByteBuffer.allocate(TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        return new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(HEADER), deflated(plain, trailer)),
                new ByteArrayInputStream(trailer.array()));
    }

    /** The compressed bytes; at their end, checksum and length are put into the trailer. */
    private static InputStream deflated(InputStream plain, ByteBuffer trailer) {
        CheckedInputStream checked = new CheckedInputStream(plain, new CRC32());
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        return new DeflaterInputStream(checked, deflater) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                if (count < 0) {
                    trailer.putInt(0, (int) checked.getChecksum().getValue())
                            .putInt(Integer.BYTES, (int) deflater.getBytesRead());
                }
                return count;
            }

            @Override
            public void close() throws IOException {
                super.close();
                deflater.end();
            }
        };
    }
}
