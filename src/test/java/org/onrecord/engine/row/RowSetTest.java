// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSetTest {
    private final AtomicLong bytes = new AtomicLong();

    private final Meter meter = new Meter() {
        @Override
        public void step() {}

        @Override
        public void chargeMemory(long charged) {
            bytes.addAndGet(charged);
        }

        @Override
        public void release(long released) {
            bytes.addAndGet(-released);
        }
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void numbersDistinctRowsInTheirOrder(int columns) {
        RowSet rows = new RowSet(columns, meter);
        List<List<Integer>> expected = new ArrayList<>();
        Random random = new Random(columns);
        for (int i = 0; i < 2000; i++) {
            int[] row = random.ints(columns, -20, 20).toArray();
            List<Integer> boxed = java.util.Arrays.stream(row).boxed().toList();
            if (!expected.contains(boxed)) {
                expected.add(boxed);
            }
            assertThat(rows.number(row)).isEqualTo(expected.indexOf(boxed));
        }
        assertThat(rows.size()).isEqualTo(expected.size());
        for (int number = 0; number < rows.size(); number++) {
            for (int column = 0; column < columns; column++) {
                assertThat(rows.id(number, column))
                        .isEqualTo(expected.get(number).get(column));
            }
        }
    }

    @Test
    void hasOneRowWithoutColumns() {
        RowSet rows = new RowSet(0, meter);
        assertThat(rows.number()).isZero();
        assertThat(rows.number()).isZero();
        assertThat(rows.size()).isEqualTo(1);
    }

    @Test
    void chargesTheMemoryOfItsArrays() {
        RowSet rows = new RowSet(2, meter);
        for (int i = 0; i < 100_000; i++) {
            rows.number(i, i);
        }
        // Two columns and, with at most half of the slots in use, two to four slots: of four bytes each.
        assertThat(bytes.get()).isBetween(100_000L * 16, 100_000L * 32);
    }
}
