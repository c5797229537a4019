// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Work for which slow queries pause, because they take processor time, and garbage collections, from it: quick queries, and
 * requests while they do not wait for a query. Thread-safe.
 */
public final class QuickWork {
    private static final long RECENT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Set<Object> running = ConcurrentHashMap.newKeySet();
    private final LongSupplier clock;
    private final AtomicLong ended;

    /**
     * No work.
     *
     * @param clock the time that passes, in nanoseconds
     */
    QuickWork(LongSupplier clock) {
        this.clock = clock;
        this.ended = new AtomicLong(clock.getAsLong() - RECENT_NANOS);
    }

    /** Begins work, identified by an object, such as its thread. */
    public void begin(Object work) {
        running.add(work);
    }

    /** Ends work. */
    public void end(Object work) {
        if (running.remove(work)) {
            ended.set(clock.getAsLong());
        }
    }

    /** Removes work that waits or has become slow; returns whether it was running. */
    boolean leave(Object work) {
        return running.remove(work);
    }

    /** Whether some is running or has ended within 100 ms. */
    boolean isRecent() {
        return !running.isEmpty() || clock.getAsLong() - ended.get() < RECENT_NANOS;
    }
}
