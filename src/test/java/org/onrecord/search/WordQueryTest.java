// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordQueryTest {
    @Test
    void findsWordsAtExactDistance() {
        List<String> vocabulary = List.of("sandrel", "sandrell", "sanrdel", "sandle", "kesvar");

        assertThat(WordQuery.atDistance("sandrel", 1, vocabulary)).containsExactly("sandrell", "sanrdel");
        assertThat(WordQuery.atDistance("sandrel", 2, vocabulary)).containsExactly("sandle");
    }
}
