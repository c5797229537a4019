// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.time.Duration;
import java.util.stream.Stream;
import org.onrecord.server.connection.AnswerDeadlines;
import org.onrecord.server.connection.RequestBodies;

/**
 * The bounds of connections and requests.
 *
 * @param body how long the body of a request may be, in bytes
 * @param query how long the text of a query may be, in bytes of UTF-8
 * @param head how long its first line and headers may be together, in bytes
 * @param connections how many may be open; further ones wait to be accepted
 * @param times how long clients may take
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
     * How long clients may take.
     *
     * @param idle after how long a connection is closed on which no header was completed, or no byte moved
     * @param receive how long a body may take, besides a second for each {@link RequestBodies#BYTES_PER_SECOND}
     * @param send how long a client may let its answer wait, besides a second for each
     *     {@link AnswerDeadlines#BYTES_PER_SECOND}
     * @param stop how long answers under way may take when the server is told to stop
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
