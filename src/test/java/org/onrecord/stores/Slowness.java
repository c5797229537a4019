// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

/**
 * How a store shows that a query took too long. A line {@code STORE TAB breaks off TAB REASON} of
 * {@code src/test/resources/stores/slow.tsv} names one that breaks off the connection.
 *
 * @param breaksOff whether the store breaks off the connection
 */
record Slowness(boolean breaksOff) {
    /** What is known of a store. */
    static Slowness of(String store) {
        return new Slowness(!Known.lines("slow.tsv", store).isEmpty());
    }

    /** Whether a fault is only a time-out, which depends on the machine. */
    boolean explains(String fault) {
        return fault.equals(Store.TOO_SLOW)
                || fault.equals(Store.UNASKED)
                || fault.equals(Store.BROKEN_OFF) && breaksOff;
    }
}
