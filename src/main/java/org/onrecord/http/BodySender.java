// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.io.IOUtils;

/**
 * Sends bytes without blocking. The container calls it from one thread at a time.
 */
final class BodySender implements WriteListener {
    private final InputStream bytes;
    private final ServletOutputStream output;
    private final byte[] buffer;
    private final Runnable end;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * Creates a sender.
     *
     * @param bytes are closed at the end
     * @param buffer size of a write, in bytes
     * @param end is run once, after the last write or a failure
     */
    BodySender(InputStream bytes, ServletOutputStream output, int buffer, Runnable end) {
        this.bytes = bytes;
        this.output = output;
        this.buffer = new byte[buffer];
        this.end = end;
    }

    @Override
    public void onWritePossible() throws IOException {
        // The buffer is free again when the output is ready.
        while (output.isReady()) {
            int count = bytes.readNBytes(buffer, 0, buffer.length);
            if (count == 0) {
                end();
                return;
            }
            output.write(buffer, 0, count);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            IOUtils.closeQuietly(bytes);
            end.run();
        }
    }
}
