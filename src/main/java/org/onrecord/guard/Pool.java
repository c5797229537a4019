// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A pool of memory shared by all queries, in estimated bytes. Thread-safe. */
final class Pool {
    private final long size;
    private final AtomicLong used = new AtomicLong();

    /** A fraction of the heap, but at least twice the largest allocation. */
    static Pool ofHeap(int share, long largest) {
        return new Pool(Math.max(Runtime.getRuntime().maxMemory() / share, 2 * largest));
    }

    Pool(long size) {
        this.size = size;
    }

    long used() {
        return used.get();
    }

    /** An empty account for one query. */
    Account account() {
        return new Account(this);
    }

    /** Memory reserved by one query. Used by the query's thread; may be closed by any thread. */
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

        /** Reserves bytes; returns false if they are not available. */
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

        /** Releases bytes; does nothing after {@link #close}. */
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

        /** Releases all bytes, and those reserved later. */
        void close() {
            closed.set(true);
            releaseAll();
        }

        private void releaseAll() {
            pool.used.addAndGet(-reserved.getAndSet(0));
        }
    }
}
