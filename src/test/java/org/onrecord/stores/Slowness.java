// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

/**
 * How slow a store may be: a line {@code STORE TAB CASES TAB HOW TAB REASON} of {@code src/test/resources/stores/slow.tsv}.
 * One without a line answers every case in time.
 *
 * @param most how many cases it may leave without an answer
 * @param breaksOff whether it ends what takes too long by breaking off the connection
 */
record Slowness(int most, boolean breaksOff) {
    /** The slowness that is known of a store. */
    static Slowness of(String store) {
        return Known.lines("slow.tsv", store).stream()
                .map(cells -> new Slowness(Integer.parseInt(cells[1]), cells[2].equals("breaks off")))
                .findFirst()
                .orElse(new Slowness(0, false));
    }

    /** Whether a fault is only that there was not time enough. */
    boolean explains(String fault) {
        return fault.equals(Store.TOO_SLOW)
                || fault.equals(Store.UNASKED)
                || fault.equals(Store.BROKEN_OFF) && breaksOff;
    }
}
