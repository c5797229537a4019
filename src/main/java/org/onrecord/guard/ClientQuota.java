// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Processor time that one client's queries may use outside the lanes of slow queries: by one query at a time, half a
 * second at once, and then as much as comes in again, an eighth of a second each second. Time used in a lane counts, too.
 * Without it, queries that are each quick enough would together take all processors. Safe for many threads.
 */
final class ClientQuota {
    private static final long MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int REFILL_DIVISOR = 8;

    private final AtomicBoolean inUse = new AtomicBoolean();
    private final AtomicLong fullAt = new AtomicLong(System.nanoTime());

    /** Whether no other query of the client is outside the lanes; then this one is, until {@link #leave}. */
    boolean enter() {
        return inUse.compareAndSet(false, true);
    }

    void leave() {
        inUse.set(false);
    }

    /** Nanoseconds that are left; negative if more was used. */
    long remaining() {
        return MAX_NANOS - Math.max(0, fullAt.get() - System.nanoTime()) / REFILL_DIVISOR;
    }

    /** Takes off what a query used. */
    void charge(long nanos) {
        long now = System.nanoTime();
        fullAt.updateAndGet(before ->
                Math.min(Math.max(before, now) + nanos * REFILL_DIVISOR, now + 2 * MAX_NANOS * REFILL_DIVISOR));
    }

    /** Whether nothing was used lately. */
    boolean isFull() {
        return !inUse.get() && remaining() == MAX_NANOS;
    }
}
