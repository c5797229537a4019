// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BriefTest {
    @Test
    void cutsBetweenCodePoints() {
        String maps = "\ud83d\uddfa".repeat(5);
        assertThat(Brief.label(maps, 5)).isEqualTo(maps);
        assertThat(Brief.label(maps, 4)).isEqualTo("\ud83d\uddfa".repeat(3) + "\u2026");
    }

    @Test
    void keepsTheFirstTwelveDigits() {
        assertThat(Brief.digest("0123456789abcdef")).isEqualTo("0123456789ab");
        assertThat(Brief.digest("0123")).isEqualTo("0123");
    }
}
