// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all queries together may hold, in estimated bytes. Safe for many threads. */
final class Pool {
    private final long size;
    private final AtomicLong held = new AtomicLong();

    Pool(long size) {
        this.size = size;
    }

    /** A quarter of the heap, but never less than two queries may hold. */
    static Pool of(Limits limits) {
        return new Pool(Math.max(Runtime.getRuntime().maxMemory() / 4, 2 * limits.memory()));
    }

    /** Takes bytes, if they are free. */
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= size) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void give(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
