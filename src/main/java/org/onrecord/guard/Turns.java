// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The lanes of slow queries: one for two processors. A query that has used the processor for a while drives in a lane,
 * and leaves it to the next in line every few milliseconds. Quick queries never enter one. Safe for many threads.
 */
final class Turns {
    private final Semaphore lanes;

    Turns(int processors) {
        this.lanes = new Semaphore(Math.max(1, processors / 2), true);
    }

    /** Waits for a lane; false if none was free within the time, in nanoseconds, or the thread was interrupted. */
    boolean enter(long atMost) {
        try {
            return lanes.tryAcquire(Math.max(0, atMost), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether somebody waits for a lane. */
    boolean wanted() {
        return lanes.hasQueuedThreads();
    }

    void leave() {
        lanes.release();
    }
}
