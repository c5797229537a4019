// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTermsTest {
    @ParameterizedTest
    @CsvSource({
        "speaker, speaker, 0",
        "speeker, speaker, 1",
        "spekaer, speaker, 1",
        "speakr, speaker, 1",
        "sspeaker, speaker, 1",
        "Speaker, speaker, 1",
        "'', abc, 3",
        "kitten, sitting, 3"
    })
    void countsTheEditsBetweenTwoNames(String a, String b, int edits) {
        assertThat(NearestTerms.edits(a, b)).isEqualTo(edits);
        assertThat(NearestTerms.edits(b, a)).isEqualTo(edits);
    }
}
