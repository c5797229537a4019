// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void countsEachDurationInEveryBucketThatIsLongEnough() {
        Histogram histogram = new Histogram();
        histogram.add(0.003);
        histogram.add(0.25);
        histogram.add(60);
        assertThat(histogram.text("t", "route=\"x\""))
                .contains(
                        "t_bucket{route=\"x\",le=\"0.005\"} 1\n",
                        "t_bucket{route=\"x\",le=\"0.1\"} 1\n",
                        "t_bucket{route=\"x\",le=\"0.25\"} 2\n",
                        "t_bucket{route=\"x\",le=\"10.0\"} 2\n",
                        "t_bucket{route=\"x\",le=\"+Inf\"} 3\n",
                        "t_sum{route=\"x\"} 60.253\n",
                        "t_count{route=\"x\"} 3\n");
    }
}
