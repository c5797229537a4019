// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Work for which slow queries of other clients pause, because they take processor time, and garbage collections, from it: quick
 * queries, and requests while they do not wait for a query. Thread-safe.
 */
public final class QuickWork {
    private static final long RECENT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** The client of each running work. */
    private final Map<Object, String> running = new ConcurrentHashMap<>();

    private final LongSupplier clock;
    private final AtomicReference<Ended> ended;

    /**
     * The last work that ended.
     *
     * @param client its client
     * @param time when it ended
     * @param others when the last work of another client ended
     */
    private record Ended(String client, long time, long others) {
        Ended then(String next, long now) {
            return new Ended(next, now, next.equals(client) ? others : time);
        }
    }

    /**
     * No work.
     *
     * @param clock the time that passes, in nanoseconds
     */
    QuickWork(LongSupplier clock) {
        this.clock = clock;
        long before = clock.getAsLong() - RECENT_NANOS;
        this.ended = new AtomicReference<>(new Ended("", before, before));
    }

    /** Begins work of a client, identified by an object, such as its thread. */
    public void begin(Object work, String client) {
        running.put(work, client);
    }

    /** Ends work. */
    public void end(Object work) {
        String client = running.remove(work);
        if (client != null) {
            long now = clock.getAsLong();
            ended.updateAndGet(last -> last.then(client, now));
        }
    }

    /** Removes work that waits or has become slow; returns whether it was running. */
    boolean leave(Object work) {
        return running.remove(work) != null;
    }

    /** Whether some of another client is running or has ended within 100 ms. */
    boolean isRecent(String client) {
        Ended last = Objects.requireNonNull(ended.get());
        long others = last.client().equals(client) ? last.others() : last.time();
        return clock.getAsLong() - others < RECENT_NANOS
                || running.values().stream().anyMatch(other -> !other.equals(client));
    }
}
