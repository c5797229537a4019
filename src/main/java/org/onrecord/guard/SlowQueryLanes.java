// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Limits the concurrency of slow queries to one lane per two processors. A query that has used 100 ms of CPU time or holds
 * 8 MiB, or whose client has no {@link ClientQuota} left, needs a lane, and yields it every 20 ms. While there is
 * {@link QuickWork} of other clients, slow queries pause for half of the time, and grow by at most 16 MiB per second,
 * because garbage collections stop all threads while they copy what was added. Thread-safe.
 */
final class SlowQueryLanes {
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** How often a slow query looks whether it has to pause. */
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    /** The memory that a quick query may hold, in bytes. */
    private static final long QUICK_BYTES = 8L << 20;

    /** The pause for each byte of memory by which a slow query grows: it grows by 16 MiB per second. */
    private static final long NANOS_PER_BYTE = 60;

    private static final int MAX_CLIENTS = 10_000;

    /** More calls than any change of a lane or quota nests. */
    private static final int NESTED_CALLS = 200;

    private final Semaphore free;
    private final QuickWork quickWork;
    private final Map<String, ClientQuota> clients = new ConcurrentHashMap<>();
    private final QueryClock clock;

    SlowQueryLanes(int processors, QueryClock clock) {
        this.clock = clock;
        this.quickWork = new QuickWork(clock.wall());
        this.free = new Semaphore(Math.max(1, processors / 2), true);
    }

    /** The work for which slow queries pause. */
    QuickWork quickWork() {
        return quickWork;
    }

    /** Registers a query of a client. */
    Place place(String client) {
        if (clients.size() >= MAX_CLIENTS) {
            clients.values().removeIf(ClientQuota::isFull);
        }
        return new Place(client, clients.computeIfAbsent(client, name -> new ClientQuota(clock)));
    }

    /** The state of one query. Used by the query's thread; {@link #leave} may be called by any thread. */
    final class Place {
        private final String client;
        private final ClientQuota quota;
        private final AtomicBoolean inLane = new AtomicBoolean();
        private final AtomicBoolean left = new AtomicBoolean();
        private final AtomicBoolean isQuick = new AtomicBoolean();
        private long quick = QUICK_NANOS;
        private long usedBefore;
        private long nextTurn;
        private long nextLook;
        private long ranSince;
        private long pause;
        private long held;

        private Place(String client, ClientQuota quota) {
            this.client = client;
            this.quota = quota;
        }

        /** Must be called first by the query's thread. */
        void begin() {
            usedBefore = clock.cpu().getAsLong();
            if (quota.enter()) {
                quickWork.begin(this, client);
                isQuick.set(true);
            }
            nextTurn = clock.wall().getAsLong() + (isQuick.get() ? Math.min(quick, quota.remaining()) : 0);
        }

        /** Marks the query as slow: it needs a lane from now on. */
        void expectSlow() {
            quick = 0;
            nextTurn = clock.wall().getAsLong();
        }

        /** Records the memory that the query holds, in bytes. */
        void holds(long memory) {
            pause += Math.max(0, memory - held) * NANOS_PER_BYTE;
            held = Math.max(held, memory);
            if (held > QUICK_BYTES && quick > 0) {
                expectSlow();
            }
        }

        /**
         * Yields the lane after the query's turn and waits for the next.
         *
         * @param remaining the maximum time to wait, in nanoseconds
         * @return whether the query may continue
         */
        boolean takeTurn(long remaining) {
            long now = clock.wall().getAsLong();
            if (inLane.get() && now - nextLook >= 0) {
                pause(now);
            }
            if (now - nextTurn < 0) {
                return true;
            }
            requireStack(NESTED_CALLS);
            if (staysQuick(now)) {
                return true;
            }
            if (inLane.get() && free.hasQueuedThreads()) {
                leaveLane();
            }
            if (!inLane.get() && !enterLane(remaining)) {
                return false;
            }
            ranSince = clock.wall().getAsLong();
            nextTurn = ranSince + TURN_NANOS;
            nextLook = ranSince + LOOK_NANOS;
            return true;
        }

        /**
         * Pauses while others have quick work: in total as long as this query runs and for the memory by which it grows, at
         * most one turn at once.
         */
        private void pause(long now) {
            pause += now - ranSince;
            long end = now + Math.min(TURN_NANOS, pause);
            while (quickWork.isRecent(client) && clock.wall().getAsLong() - end < 0) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            ranSince = clock.wall().getAsLong();
            nextLook = ranSince + LOOK_NANOS;
            pause = Math.max(0, pause - (ranSince - now));
            if (!quickWork.isRecent(client)) {
                pause = Math.min(TURN_NANOS, pause);
            }
        }

        /** Throws a StackOverflowError here, not between taking or giving up a lane and recording it: the lane would be lost. */
        private static int requireStack(int calls) {
            return calls == 0 ? 0 : 1 + requireStack(calls - 1);
        }

        /** Must be called last by the query's thread. */
        void finish() {
            chargeTime();
            leave();
        }

        /** Leaves the lane permanently. */
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

        /** Whether the query may run without a lane. Counts CPU time, not waiting time. */
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
                quickWork.end(this);
                quota.leave();
            }
        }

        /** Charges the CPU time since the last call. */
        private void chargeTime() {
            long used = clock.cpu().getAsLong();
            quick -= used - usedBefore;
            quota.charge(used - usedBefore);
            usedBefore = used;
        }
    }
}
