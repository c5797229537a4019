// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchVocabularyTest {
    @Test
    void findsWordsAtExactDistance() {
        Vocabulary vocabulary = new Vocabulary(List.of("lachin", "laching", "lahcin", "lachin", "machine", "baku"));

        assertThat(vocabulary.atDistance("lachin", 1)).containsExactly("laching", "lahcin");
        assertThat(vocabulary.atDistance("lachin", 2)).containsExactly("machine");
    }
}
