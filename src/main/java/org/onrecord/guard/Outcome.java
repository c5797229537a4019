// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

/**
 * What came of a piece of work under guard.
 *
 * @param <T> what the work makes
 */
public sealed interface Outcome<T> {
    /**
     * The work was done, whole.
     *
     * @param value what it made
     * @param <T> what the work makes
     */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * The work was ended at a bound; nothing of it may be shown.
     *
     * @param refusal which
     * @param <T> what the work makes
     */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    /**
     * The work failed for a reason that nobody foresaw.
     *
     * @param cause what was thrown
     * @param <T> what the work makes
     */
    record Failed<T>(Throwable cause) implements Outcome<T> {}
}
