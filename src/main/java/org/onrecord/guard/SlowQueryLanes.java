// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The lanes of slow queries: one for two processors. A query that has used the processor for a tenth of a second runs in
 * a lane, and leaves it to the next in line every few milliseconds. Quick queries never enter one. Safe for many threads.
 */
final class SlowQueryLanes {
    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long TURN = TimeUnit.MILLISECONDS.toNanos(20);

    private final Semaphore free;

    SlowQueryLanes(int processors) {
        this.free = new Semaphore(Math.max(1, processors / 2), true);
    }

    /** The place of one query, which is quick so far. */
    Place place() {
        return new Place(free);
    }

    /** Where one query runs. Moved by the query's thread; left by any. */
    static final class Place {
        private final Semaphore free;
        private final AtomicBoolean inLane = new AtomicBoolean();
        private final AtomicBoolean left = new AtomicBoolean();
        private long cpuAtStart;
        private long nextTurn = System.nanoTime() + QUICK;

        private Place(Semaphore free) {
            this.free = free;
        }

        /** Tells that the calling thread is the query's from now on. */
        void begin() {
            cpuAtStart = cpuTime();
        }

        /** Tells that the query is known to be slow: it needs a lane before it goes on. */
        void expectSlow() {
            cpuAtStart -= QUICK;
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
            if (now - nextTurn < 0 || !inLane.get() && quickSoFar(now)) {
                return true;
            }
            if (inLane.get() && free.hasQueuedThreads()) {
                leaveLane();
            }
            if (!inLane.get() && !enterLane(remaining)) {
                return false;
            }
            nextTurn = System.nanoTime() + TURN;
            return true;
        }

        /** Leaves the lane for good. */
        void leave() {
            left.set(true);
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
        private boolean quickSoFar(long now) {
            long used = cpuTime() - cpuAtStart;
            nextTurn = now + Math.max(TURN, QUICK - used);
            return used >= 0 && used < QUICK;
        }

        private static long cpuTime() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }
}
