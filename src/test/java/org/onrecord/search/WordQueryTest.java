// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordQueryTest {
    @Test
    void findsWordsAtExactDistance() {
        List<String> vocabulary = List.of("lachin", "laching", "lahcin", "machine", "baku");

        assertThat(WordQuery.atDistance("lachin", 1, vocabulary)).containsExactly("laching", "lahcin");
        assertThat(WordQuery.atDistance("lachin", 2, vocabulary)).containsExactly("machine");
    }
}
