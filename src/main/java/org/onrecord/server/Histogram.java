// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** A histogram of durations in seconds. Thread-safe. */
final class Histogram {
    private static final List<Double> BOUNDS = List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

    private final List<LongAdder> below =
            Stream.generate(LongAdder::new).limit(BOUNDS.size()).toList();
    private final LongAdder count = new LongAdder();
    private final DoubleAdder sum = new DoubleAdder();

    void add(double seconds) {
        for (int i = 0; i < BOUNDS.size(); i++) {
            if (seconds <= BOUNDS.get(i)) {
                below.get(i).increment();
            }
        }
        count.increment();
        sum.add(seconds);
    }

    String text(String name, String labels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < BOUNDS.size(); i++) {
            text.append("%s_bucket{%s,le=\"%s\"} %d\n"
                    .formatted(name, labels, BOUNDS.get(i), below.get(i).sum()));
        }
        text.append("%s_bucket{%s,le=\"+Inf\"} %d\n".formatted(name, labels, count.sum()));
        text.append("%s_sum{%s} %s\n".formatted(name, labels, sum.sum()));
        return text.append("%s_count{%s} %d\n".formatted(name, labels, count.sum()))
                .toString();
    }
}
