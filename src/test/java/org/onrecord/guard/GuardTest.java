// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GuardTest {
    @Test
    @DisplayName("a request waits for a slow query => it is not quick work until the query has ended")
    void waitingIsNotWork() {
        try (Guard guard = new Guard(Limits.DEFAULTS)) {
            QuickWork quick = guard.quickWork();
            quick.begin(Thread.currentThread());
            Outcome<Boolean> outcome = guard.run("client", Duration.ofSeconds(10), budget -> {
                budget.expectSlow();
                return quick.isRunning();
            });
            assertThat(outcome).isEqualTo(new Outcome.Done<>(false));
            assertThat(quick.end(Thread.currentThread())).isTrue();
        }
    }

    @Test
    @DisplayName("a query without a request => no quick work after it")
    void noWorkAfterQuery() {
        try (Guard guard = new Guard(Limits.DEFAULTS)) {
            Outcome<Boolean> outcome = guard.run(
                    "client",
                    Duration.ofSeconds(10),
                    budget -> guard.quickWork().isRunning());
            assertThat(outcome).isEqualTo(new Outcome.Done<>(true));
            assertThat(guard.quickWork().isRunning()).isFalse();
        }
    }
}
