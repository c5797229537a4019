// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchVocabularyTest {
    @ParameterizedTest
    @CsvSource({
        "armenia, armenia, 0",
        "armenia, armenai, 1",
        "armenia, arminia, 1",
        "armenia, armena, 1",
        "armenia, armeniia, 1",
        "armenia, ramenai, 2",
        "armenia, romania, 3",
        "ab, '', 2"
    })
    void computesOptimalStringAlignmentDistance(String one, String other, int edits) {
        assertThat(Vocabulary.distance(one, other)).isEqualTo(edits);
        assertThat(Vocabulary.distance(other, one)).isEqualTo(edits);
    }

    @Test
    void findsWordsAtExactDistance() {
        Vocabulary vocabulary = new Vocabulary(List.of("lachin", "laching", "lahcin", "lachin", "machine", "baku"));

        assertThat(vocabulary.atDistance("lachin", 1)).containsExactly("laching", "lahcin");
        assertThat(vocabulary.atDistance("lachin", 2)).containsExactly("machine");
    }
}
