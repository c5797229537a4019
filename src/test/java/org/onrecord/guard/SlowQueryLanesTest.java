// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlowQueryLanesTest {
    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(1);

    private final SlowQueryLanes lanes = new SlowQueryLanes(2);

    @Test
    @DisplayName(
            "a query that has used a tenth of a second waits for the lane that another is in; a quick one does not")
    void slowQueriesWaitForTheLane() {
        assertThat(begun("slow", 110).takeTurn(A_MOMENT)).isTrue();
        assertThat(begun("slow too", 110).takeTurn(A_MOMENT)).isFalse();
        assertThat(begun("quick", 0).takeTurn(A_MOMENT)).isTrue();
    }

    @Test
    @DisplayName(
            "a client whose quick queries have used half a second => its next waits for the lane, another's does not")
    void manyQuickQueriesAreSlow() {
        for (int i = 0; i < 8; i++) {
            begun("many", 90).finish();
        }
        assertThat(begun("slow", 110).takeTurn(A_MOMENT)).isTrue();
        assertThat(begun("many", 1).takeTurn(A_MOMENT)).isFalse();
        assertThat(begun("few", 1).takeTurn(A_MOMENT)).isTrue();
    }

    @Test
    @DisplayName("a client's second query at the same time is slow from its beginning")
    void oneQuickQueryOfAClientAtATime() {
        assertThat(begun("slow", 110).takeTurn(A_MOMENT)).isTrue();
        SlowQueryLanes.Place first = begun("client", 0);
        assertThat(begun("client", 1).takeTurn(A_MOMENT)).isFalse();
        first.finish();
        assertThat(begun("client", 1).takeTurn(A_MOMENT)).isTrue();
    }

    @Test
    @DisplayName("a client whose slow query has used the lane for half a second => its next query waits for the lane")
    void timeInTheLaneCounts() {
        SlowQueryLanes.Place heavy = begun("heavy", 110);
        assertThat(heavy.takeTurn(A_MOMENT)).isTrue();
        spin(500);
        heavy.finish();
        assertThat(begun("slow", 110).takeTurn(A_MOMENT)).isTrue();
        assertThat(begun("heavy", 1).takeTurn(A_MOMENT)).isFalse();
    }

    @Test
    @DisplayName("a query that leaves the lane => the next goes on")
    void leavesTheLane() {
        SlowQueryLanes.Place first = begun("first", 110);
        assertThat(first.takeTurn(A_MOMENT)).isTrue();
        first.leave();
        assertThat(begun("second", 110).takeTurn(A_MOMENT)).isTrue();
    }

    /** The place of a client's query that has used so many milliseconds of the processor. */
    private SlowQueryLanes.Place begun(String client, int millis) {
        SlowQueryLanes.Place place = lanes.place(client);
        place.begin();
        spin(millis);
        return place;
    }

    private static void spin(int millis) {
        long end = cpuTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (cpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
