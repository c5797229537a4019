// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits, but not for ever, for what another thread or process does in its own time. */
public final class Eventually {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private Eventually() {}

    /**
     * Returns when a condition holds.
     *
     * @param what is waited for, in words
     * @throws AssertionError if it does not hold in time
     */
    public static void holds(String what, BooleanSupplier condition) {
        found(what, () -> condition.getAsBoolean() ? Optional.of(what) : Optional.empty());
    }

    /** The value that a search gives as soon as it finds one. */
    public static <T> T found(String what, Supplier<Optional<T>> search) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < LONGEST.toNanos()) {
            Optional<T> found = search.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError("not within " + LONGEST.toSeconds() + " s: " + what);
    }
}
