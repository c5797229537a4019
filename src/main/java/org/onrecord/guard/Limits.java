// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.time.Duration;

/**
 * Limits of queries.
 *
 * @param time time limit, including waiting
 * @param rows maximum rows or triples of an answer
 * @param bytes maximum length of an answer in bytes before compression
 * @param memory maximum estimated memory of a query in bytes
 * @param queries maximum number of running queries
 * @param perClient maximum number of running queries per client
 * @param stuck maximum number of stuck threads for a ready server
 */
public record Limits(Duration time, int rows, long bytes, long memory, int queries, int perClient, int stuck) {
    /** Default limits. */
    public static final Limits DEFAULTS = new Limits(Duration.ofSeconds(10), 100_000, 16L << 20, 64L << 20, 32, 8, 4);

    public Limits {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("Invalid time limit '" + time + "': use more than zero");
        }
        if (rows < 1 || bytes < 1 || memory < 1 || queries < 1 || perClient < 1 || stuck < 1) {
            throw new IllegalArgumentException("Invalid limit: use at least 1 for every limit");
        }
    }

    /** These limits with another time limit. */
    public Limits within(Duration other) {
        return new Limits(other, rows, bytes, memory, queries, perClient, stuck);
    }
}
