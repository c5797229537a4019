// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

/** What came of asking a store one question. */
sealed interface Verdict {
    /**
     * The rows are those expected.
     *
     * @param sameOrder whether they also stand in the same order
     */
    record Equal(boolean sameOrder) implements Verdict {}

    /**
     * The store answered, but with other rows.
     *
     * @param detail the first rows that one side lacks
     */
    record Different(String detail) implements Verdict {}

    /**
     * The store did not answer.
     *
     * @param reason its error, or the time limit
     */
    record Unsupported(String reason) implements Verdict {}
}
