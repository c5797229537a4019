// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedOutputTest {
    private static final int LIMIT = 3_000_000;
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), 1, LIMIT, 1, 1, 1, 1);

    private final Pools pools = Pools.of(LIMITS);
    private final Budget budget = new Budget(LIMITS, pools, new SlowQueryLanes(2, QueryClock.SYSTEM).place(""));
    private final BoundedOutput output = new BoundedOutput(budget);

    @ParameterizedTest(name = "{0} bytes => the same bytes, at most twice the memory and a first chunk")
    @ValueSource(ints = {0, 1, 65_519, 65_520, 65_521, 1_000_000, LIMIT})
    void keepsBytes(int length) throws IOException {
        budget.begin();
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        for (int at = 0; at < length; at += 50_000) {
            output.write(bytes, at, Math.min(50_000, length - at));
        }
        assertThat(output.length()).isEqualTo(length);
        try (InputStream written = output.open()) {
            assertThat(written.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(pools.used()).isBetween((long) length, Math.min(LIMIT, 2L * length + 65_536));
    }

    @Test
    @DisplayName("one byte more than the limit => refused; its memory is given back")
    void refusesMoreThanTheLimit() {
        budget.begin();
        output.write(new byte[LIMIT], 0, LIMIT);
        assertThatThrownBy(() -> output.write(1)).isInstanceOf(RefusedException.class);
        assertThat(budget.refusal().orElseThrow().kind()).isEqualTo(Refusal.Kind.BYTES);
        output.release();
        assertThat(pools.used()).isZero();
    }
}
