// SPDX-License-Identifier: Apache-2.0
package org.onrecord.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final String LONG = "0123456789".repeat(10);

    @Test
    void showsAtMost40CodePointsAroundDifference() {
        String other = LONG.substring(0, 50) + "x" + LONG.substring(51);
        assertThat(Excerpt.difference(LONG, other)).isEqualTo("'..." + LONG.substring(35, 75) + "...'");
        assertThat(Excerpt.start("😀".repeat(41))).isEqualTo("'" + "😀".repeat(40) + "...'");
        assertThat(Excerpt.difference(LONG, LONG + "x")).isEqualTo("'..." + LONG.substring(60) + "'");
    }

    @Test
    void escapesLineEnds() {
        assertThat(Excerpt.start("a\r\nb")).isEqualTo("'a\\r\\nb'");
        assertThat(Excerpt.start("")).isEqualTo("''");
    }
}
