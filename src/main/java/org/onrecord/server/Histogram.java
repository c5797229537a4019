// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** A histogram of durations in seconds. Thread-safe. */
final class Histogram {
    private static final List<Double> BOUNDS = List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

    /** The number of durations up to each bound and above the one before, and of those above all. */
    private final List<LongAdder> counts =
            Stream.generate(LongAdder::new).limit(BOUNDS.size() + 1).toList();

    private final DoubleAdder sum = new DoubleAdder();

    void add(double seconds) {
        int bucket = 0;
        while (bucket < BOUNDS.size() && seconds > BOUNDS.get(bucket)) {
            bucket++;
        }
        counts.get(bucket).increment();
        sum.add(seconds);
    }

    String text(String name, String labels) {
        StringBuilder text = new StringBuilder();
        long count = 0;
        for (int i = 0; i < BOUNDS.size(); i++) {
            count += counts.get(i).sum();
            text.append("%s_bucket{%s,le=\"%s\"} %d\n".formatted(name, labels, BOUNDS.get(i), count));
        }
        count += counts.get(BOUNDS.size()).sum();
        text.append("%s_bucket{%s,le=\"+Inf\"} %d\n".formatted(name, labels, count));
        text.append("%s_sum{%s} %s\n".formatted(name, labels, sum.sum()));
        return text.append("%s_count{%s} %d\n".formatted(name, labels, count)).toString();
    }
}
