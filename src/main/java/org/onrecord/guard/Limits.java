// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.time.Duration;

/**
 * The bounds within which queries are answered.
 *
 * @param time how long a query may run, at most, the waiting for its turn included
 * @param rows how many rows or triples an answer may have
 * @param bytes how long an answer may be, in bytes before compression
 * @param memory how many bytes of rows and texts a query may hold or build while it runs, estimated
 * @param queries how many queries may be under way
 * @param perClient how many of them may be one client's
 * @param stuck how many threads may go on after twice their time before the server calls itself not ready
 */
public record Limits(Duration time, int rows, long bytes, long memory, int queries, int perClient, int stuck) {
    /** What an operator gets who says nothing. */
    public static final Limits DEFAULTS = new Limits(Duration.ofSeconds(10), 100_000, 16L << 20, 64L << 20, 32, 8, 4);

    public Limits {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("A time limit of " + time + " lets nothing run; give one above zero");
        }
        if (rows < 1 || bytes < 1 || memory < 1 || queries < 1 || perClient < 1 || stuck < 1) {
            throw new IllegalArgumentException("Every limit must be at least 1");
        }
    }

    /** The same limits with another time. */
    public Limits within(Duration other) {
        return new Limits(other, rows, bytes, memory, queries, perClient, stuck);
    }
}
