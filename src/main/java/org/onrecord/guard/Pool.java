// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Memory that all queries share, in estimated bytes. Safe for many threads. */
final class Pool {
    private final long size;
    private final AtomicLong held = new AtomicLong();

    /** A share of the heap, but never less than two of the largest takers need. */
    static Pool ofHeap(int share, long largest) {
        return new Pool(Math.max(Runtime.getRuntime().maxMemory() / share, 2 * largest));
    }

    Pool(long size) {
        this.size = size;
    }

    long held() {
        return held.get();
    }

    /** An account of one query, with nothing in it. */
    Account account() {
        return new Account(this);
    }

    /** What one query has taken. Taken and given back by the query's thread; closed by any. */
    static final class Account {
        private final Pool pool;
        private final AtomicLong taken = new AtomicLong();
        private final AtomicBoolean closed = new AtomicBoolean();

        private Account(Pool pool) {
            this.pool = pool;
        }

        long taken() {
            return taken.get();
        }

        /** Takes bytes; false if they are not free. */
        boolean take(long bytes) {
            if (pool.held.addAndGet(bytes) > pool.size) {
                pool.held.addAndGet(-bytes);
                return false;
            }
            taken.addAndGet(bytes);
            if (closed.get()) {
                giveAll();
            }
            return true;
        }

        /** Gives bytes back; does nothing after {@link #close}. */
        void give(long bytes) {
            long before = taken.get();
            while (before >= bytes) {
                if (taken.compareAndSet(before, before - bytes)) {
                    pool.held.addAndGet(-bytes);
                    return;
                }
                before = taken.get();
            }
        }

        /** Gives all back, now and whatever is taken later. */
        void close() {
            closed.set(true);
            giveAll();
        }

        private void giveAll() {
            pool.held.addAndGet(-taken.getAndSet(0));
        }
    }
}
