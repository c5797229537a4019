// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The lanes of slow queries: one for two processors. A query that has used the processor for a tenth of a second, or for
 * which its client has no {@link ClientQuota}, runs in a lane, and leaves it to the next in line every 20 milliseconds. Safe
 * for many threads.
 */
final class SlowQueryLanes {
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int MAX_CLIENTS = 10_000;

    private final Semaphore free;
    private final Map<String, ClientQuota> clients = new ConcurrentHashMap<>();

    SlowQueryLanes(int processors) {
        this.free = new Semaphore(Math.max(1, processors / 2), true);
    }

    /** The place of one query of a client. */
    Place place(String client) {
        if (clients.size() >= MAX_CLIENTS) {
            clients.values().removeIf(ClientQuota::isFull);
        }
        return new Place(free, clients.computeIfAbsent(client, name -> new ClientQuota()));
    }

    /** Where one query runs. Moved by the query's thread; left by any. */
    static final class Place {
        private final Semaphore free;
        private final ClientQuota quota;
        private final AtomicBoolean inLane = new AtomicBoolean();
        private final AtomicBoolean left = new AtomicBoolean();
        private final AtomicBoolean isQuick = new AtomicBoolean();
        private long quick = QUICK_NANOS;
        private long usedBefore;
        private long nextTurn;

        private Place(Semaphore free, ClientQuota quota) {
            this.free = free;
            this.quota = quota;
        }

        /** Tells that the calling thread is the query's from now on. */
        void begin() {
            usedBefore = cpuTime();
            isQuick.set(quota.enter());
            nextTurn = System.nanoTime() + (isQuick.get() ? Math.min(quick, quota.remaining()) : 0);
        }

        /** Tells that the query is known to be slow: it needs a lane before it goes on. */
        void expectSlow() {
            quick = 0;
            nextTurn = System.nanoTime();
        }

        /**
         * Gives others their turn, if this query had its own.
         *
         * @param remaining the longest time to wait, in nanoseconds
         * @return whether the query may go on
         */
        boolean takeTurn(long remaining) {
            long now = System.nanoTime();
            if (now - nextTurn < 0 || staysQuick(now)) {
                return true;
            }
            if (inLane.get() && free.hasQueuedThreads()) {
                leaveLane();
            }
            if (!inLane.get() && !enterLane(remaining)) {
                return false;
            }
            nextTurn = System.nanoTime() + TURN_NANOS;
            return true;
        }

        /** Tells that the query's thread is done with it. */
        void finish() {
            chargeTime();
            leave();
        }

        /** Leaves the lane for good. */
        void leave() {
            left.set(true);
            leaveQuick();
            leaveLane();
        }

        private boolean enterLane(long remaining) {
            try {
                if (left.get() || !free.tryAcquire(Math.max(0, remaining), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            inLane.set(true);
            if (left.get()) {
                leaveLane();
                return false;
            }
            return true;
        }

        private void leaveLane() {
            if (inLane.getAndSet(false)) {
                free.release();
            }
        }

        /** Waiting for a processor does not make a query slow: what counts is what it used of one. */
        private boolean staysQuick(long now) {
            chargeTime();
            long more = Math.min(quick, quota.remaining());
            if (more <= 0) {
                leaveQuick();
            }
            nextTurn = now + Math.max(TURN_NANOS, more);
            return isQuick.get();
        }

        private void leaveQuick() {
            if (isQuick.getAndSet(false)) {
                quota.leave();
            }
        }

        /** Counts what the query used since this was last called. */
        private void chargeTime() {
            long used = cpuTime();
            quick -= used - usedBefore;
            quota.charge(used - usedBefore);
            usedBefore = used;
        }

        private static long cpuTime() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }
}
