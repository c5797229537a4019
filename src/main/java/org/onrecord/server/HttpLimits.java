// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.time.Duration;

/**
 * The bounds of connections and requests.
 *
 * @param body how long the body of a request may be, in bytes
 * @param query how long the text of a query may be, in bytes of UTF-8
 * @param head how long its first line and headers may be together, in bytes
 * @param connections how many may be open; further ones wait to be accepted
 * @param idle after how long a connection without a byte is closed
 * @param stop how long answers under way may take when the server is told to stop
 */
public record HttpLimits(int body, int query, int head, int connections, Duration idle, Duration stop) {
    /** What an operator gets who says nothing. */
    public static final HttpLimits USUAL =
            new HttpLimits(1 << 20, 64 << 10, 32 << 10, 2000, Duration.ofSeconds(30), Duration.ofSeconds(10));

    public HttpLimits {
        if (body < 1
                || query < 1
                || head < 1024
                || connections < 1
                || idle.isZero()
                || idle.isNegative()
                || stop.isNegative()) {
            throw new IllegalArgumentException("A limit of requests is out of its range");
        }
    }
}
