// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "speaker, speaker, 0",
        "speeker, speaker, 1",
        "spekaer, speaker, 1",
        "speakr, speaker, 1",
        "sspeaker, speaker, 1",
        "Speaker, speaker, 1",
        "'', abc, 3",
        "kitten, sitting, 3",
        "velmora, velmoar, 1",
        "velmora, velmara, 1",
        "velmora, velmra, 1",
        "velmora, velmoora, 1",
        "velmora, evlmoar, 2",
        "velmora, valmiro, 3",
        "ab, '', 2"
    })
    void countsTheEditsBetweenTwoNames(String a, String b, int edits) {
        assertThat(EditDistance.between(a, b, 9)).isEqualTo(edits);
        assertThat(EditDistance.between(b, a, 9)).isEqualTo(edits);
    }

    @Test
    void doesNotCompareLongNames() {
        String longest = "x".repeat(EditDistance.MAX_NAME_LENGTH);
        assertThat(EditDistance.between(longest, longest, 2)).isZero();
        assertThat(EditDistance.between(longest + "x", longest + "x", 2)).isEqualTo(3);
        assertThat(EditDistance.between("x", "x".repeat(1 << 20), 2)).isEqualTo(3);
    }
}
