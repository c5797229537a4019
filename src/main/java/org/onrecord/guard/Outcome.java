// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

/**
 * Outcome of a query run by {@link Guard}.
 *
 * @param <T> type of the result
 */
public sealed interface Outcome<T> {
    /**
     * The query completed.
     *
     * @param value the result
     * @param <T> type of the result
     */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * The query exceeded a limit. There is no partial result.
     *
     * @param refusal the reason
     * @param <T> type of the result
     */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    /**
     * The query failed with an unexpected exception.
     *
     * @param cause the exception
     * @param <T> type of the result
     */
    record Failed<T>(Throwable cause) implements Outcome<T> {}
}
