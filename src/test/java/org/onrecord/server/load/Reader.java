// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * A client that asks for some addresses in turn, at most twenty times a second.
 *
 * @param wire the client
 * @param paths the addresses; {@link #NUMBER} stands for the number of the request, so that the answer is not known from before
 * @param statuses counts the answers by status; for {@link Wire#get}
 * @param times gets the seconds of each answer
 */
record Reader(Wire wire, List<String> paths, Map<String, LongAdder> statuses, Queue<Double> times) {
    static final String NUMBER = "1000001";

    private static final long PAUSE_NANOS = 50_000_000;

    /** Reads until a time of {@link System#nanoTime}. */
    void readUntil(long end) {
        for (int i = wire.client(); System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            statuses.computeIfAbsent(
                            wire.get(paths.get(i % paths.size()).replace(NUMBER, Integer.toString(i))),
                            key -> new LongAdder())
                    .increment();
            times.add((System.nanoTime() - start) / 1e9);
            LockSupport.parkNanos(Math.max(0, PAUSE_NANOS - (System.nanoTime() - start)));
        }
    }

    /** The value below which such a part of the values lies; 0 without values. */
    static double part(Collection<Double> values, double part) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }
}
