// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SortingTest {
    /** Half of the numbers are not comparable with the other half, as months are not with days. */
    private static final Comparator<Integer> PARTIAL =
            (one, other) -> one % 2 == other % 2 ? Integer.compare(one, other) : 0;

    @Test
    @DisplayName("an order that is not transitive => all elements, in some order")
    void sortsByAnOrderThatIsNotTransitive() {
        for (int seed = 0; seed < 50; seed++) {
            List<Integer> numbers = new Random(seed).ints(100, 0, 1000).boxed().toList();
            assertThat(Sorting.sorted(numbers, PARTIAL)).containsExactlyInAnyOrderElementsOf(numbers);
        }
    }

    @Test
    void findsTheFirst() {
        List<Integer> numbers =
                IntStream.range(0, 50).mapToObj(number -> number * 37 % 50).toList();
        assertThat(Sorting.first(numbers.iterator(), 3, Comparator.reverseOrder()))
                .containsExactly(49, 48, 47);
        assertThat(Sorting.first(numbers.iterator(), 0, Comparator.reverseOrder()))
                .isEmpty();
        assertThat(Sorting.first(numbers.iterator(), 90, Comparator.naturalOrder()))
                .isSorted()
                .hasSize(50);
    }
}
