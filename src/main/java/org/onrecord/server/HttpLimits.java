// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.time.Duration;
import java.util.stream.Stream;
import org.onrecord.server.connection.AnswerDeadlines;
import org.onrecord.server.connection.RequestBodies;

/**
 * Limits of connections and requests.
 *
 * @param body maximum length of a body, in bytes
 * @param query maximum length of a query, in bytes of UTF-8
 * @param head maximum length of request line and headers together, in bytes
 * @param connections maximum number of open connections; others wait to be accepted
 * @param times timeouts
 */
public record HttpLimits(int body, int query, int head, int connections, Times times) {
    /** Default limits. */
    public static final HttpLimits USUAL = new HttpLimits(
            1 << 20,
            64 << 10,
            32 << 10,
            2000,
            new Times(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10)));

    public HttpLimits {
        if (body < 1 || query < 1 || head < 1024 || connections < 1) {
            throw new IllegalArgumentException("A limit of requests is out of its range");
        }
    }

    /**
     * Timeouts.
     *
     * @param idle for a complete header, and for any traffic
     * @param receive for a body, plus one second for each {@link RequestBodies#BYTES_PER_SECOND}
     * @param send for a response that the client does not read, plus one second for each
     *     {@link AnswerDeadlines#BYTES_PER_SECOND}
     * @param stop grace period for in-flight requests at shutdown
     */
    public record Times(Duration idle, Duration receive, Duration send, Duration stop) {
        public Times {
            boolean positive = Stream.of(idle, receive, send).allMatch(time -> !time.isZero() && !time.isNegative());
            if (!positive || stop.isNegative()) {
                throw new IllegalArgumentException("A time limit of requests is out of its range");
            }
        }
    }
}
