// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermOrderTest {
    /** Each before the next. */
    private static final List<String> ORDERED = List.of(
            "",
            "2",
            "10",
            "v",
            "v-02",
            "v-2",
            "v-2b",
            "v-10",
            "v-10#part-9",
            "v-10#part-10",
            "v-99999999999999999999",
            "v-100000000000000000000",
            "w-1",
            "\u0546 1");

    @Test
    void countsDigitsThatStandTogether() {
        for (int left = 0; left < ORDERED.size(); left++) {
            for (int right = 0; right < ORDERED.size(); right++) {
                assertThat(Integer.signum(TermOrder.compareText(ORDERED.get(left), ORDERED.get(right))))
                        .as("'%s' and '%s'", ORDERED.get(left), ORDERED.get(right))
                        .isEqualTo(Integer.compare(left, right));
            }
        }
    }
}
