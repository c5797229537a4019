// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GuardTest {
    private final Thread request = Thread.currentThread();

    @Test
    @DisplayName("a request waits for a query => it is not quick work until the query has ended")
    void waitingIsNotWork() {
        try (Guard guard = new Guard(Limits.DEFAULTS)) {
            guard.quickWork().begin(request, "client");
            assertThat(wasRunning(guard)).isEqualTo(new Outcome.Done<>(false));
            assertThat(guard.quickWork().leave(request)).isTrue();
        }
    }

    @Test
    @DisplayName("a query without a request => no quick work after it")
    void noWorkAfterQuery() {
        try (Guard guard = new Guard(Limits.DEFAULTS)) {
            assertThat(wasRunning(guard)).isEqualTo(new Outcome.Done<>(false));
            assertThat(guard.quickWork().leave(request)).isFalse();
        }
    }

    private Outcome<Boolean> wasRunning(Guard guard) {
        return guard.run(
                "client", Duration.ofSeconds(10), budget -> guard.quickWork().leave(request));
    }
}
