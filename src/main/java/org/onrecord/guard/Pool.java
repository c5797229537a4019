// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Memory that all queries share, in estimated bytes. Safe for many threads. */
final class Pool {
    private final long size;
    private final AtomicLong used = new AtomicLong();

    /** A share of the heap, but never less than two of the largest takers need. */
    static Pool ofHeap(int share, long largest) {
        return new Pool(Math.max(Runtime.getRuntime().maxMemory() / share, 2 * largest));
    }

    Pool(long size) {
        this.size = size;
    }

    long used() {
        return used.get();
    }

    /** An account of one query, with nothing in it. */
    Account account() {
        return new Account(this);
    }

    /** What one query has reserved. Taken and given back by the query's thread; closed by any. */
    static final class Account {
        private final Pool pool;
        private final AtomicLong reserved = new AtomicLong();
        private final AtomicBoolean closed = new AtomicBoolean();

        private Account(Pool pool) {
            this.pool = pool;
        }

        long reserved() {
            return reserved.get();
        }

        /** Takes bytes; false if they are not free. */
        boolean reserve(long bytes) {
            if (pool.used.addAndGet(bytes) > pool.size) {
                pool.used.addAndGet(-bytes);
                return false;
            }
            reserved.addAndGet(bytes);
            if (closed.get()) {
                releaseAll();
            }
            return true;
        }

        /** Gives bytes back; does nothing after {@link #close}. */
        void release(long bytes) {
            long before = reserved.get();
            while (before >= bytes) {
                if (reserved.compareAndSet(before, before - bytes)) {
                    pool.used.addAndGet(-bytes);
                    return;
                }
                before = reserved.get();
            }
        }

        /** Gives all back, now and whatever is reserved later. */
        void close() {
            closed.set(true);
            releaseAll();
        }

        private void releaseAll() {
            pool.used.addAndGet(-reserved.getAndSet(0));
        }
    }
}
