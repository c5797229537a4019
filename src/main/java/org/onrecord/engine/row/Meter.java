// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

/** Counts what a query costs. Its methods throw an unchecked exception to stop the query. */
public interface Meter {
    /** A row as an array, its key and its entry in a hash table. */
    int ROW_BYTES = 96;

    /** Counts a step: a triple read, or a row passed on. */
    void step();

    /** Charges memory in bytes, until the end of the query or {@link #release}. */
    void chargeMemory(long bytes);

    /** Releases charged memory in bytes. */
    void release(long bytes);

    /** Charges a stored row of term numbers. */
    default void chargeIds(int columns) {
        step();
        chargeMemory(ROW_BYTES + 4L * columns);
    }
}
