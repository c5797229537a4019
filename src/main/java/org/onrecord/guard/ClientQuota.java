// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Quota of CPU time for a client's queries outside the lanes of slow queries: one query at a time, up to half a second,
 * refilled by an eighth of a second per second. Time in a lane also counts. Prevents many quick queries of one client
 * from using all processors. Thread-safe.
 */
final class ClientQuota {
    private static final long MAX_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int REFILL_DIVISOR = 8;

    private final AtomicBoolean inUse = new AtomicBoolean();
    private final QueryClock clock;
    private final AtomicLong fullAt;

    ClientQuota(QueryClock clock) {
        this.clock = clock;
        this.fullAt = new AtomicLong(clock.wall().getAsLong());
    }

    /** Returns true if no other query of the client is outside the lanes; it then is, until {@link #leave}. */
    boolean enter() {
        return inUse.compareAndSet(false, true);
    }

    void leave() {
        inUse.set(false);
    }

    /** Remaining nanoseconds; negative if exceeded. */
    long remaining() {
        return MAX_NANOS - Math.max(0, fullAt.get() - clock.wall().getAsLong()) / REFILL_DIVISOR;
    }

    /** Charges CPU time. */
    void charge(long nanos) {
        long now = clock.wall().getAsLong();
        fullAt.updateAndGet(before ->
                Math.min(Math.max(before, now) + nanos * REFILL_DIVISOR, now + 2 * MAX_NANOS * REFILL_DIVISOR));
    }

    /** Whether the quota is unused. */
    boolean isFull() {
        return !inUse.get() && remaining() == MAX_NANOS;
    }
}
