// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import java.util.concurrent.atomic.AtomicInteger;

/** Pauses after failures: half a second after the first, twice as long after each further one, 30 seconds at most. */
public final class Backoff {
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 30_000;
    private static final int MOST_DOUBLINGS = 6;

    private final AtomicInteger failures = new AtomicInteger();

    /** Pauses after a failure. */
    public void pause() throws InterruptedException {
        int doublings = Math.min(failures.getAndIncrement(), MOST_DOUBLINGS);
        Thread.sleep(Math.min(FIRST_MILLIS << doublings, LONGEST_MILLIS));
    }

    /** Forgets the failures. */
    public void reset() {
        failures.set(0);
    }
}
