// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlowQueryLanesTest {
    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(1);

    /** Both the time that passes and the processor time used: queries of this test do nothing but compute. */
    private final AtomicLong time = new AtomicLong();

    private final SlowQueryLanes lanes = new SlowQueryLanes(2, new QueryClock(time::get, time::get));

    @Test
    @DisplayName("a query that has used 100 ms waits for the occupied lane; a quick one does not")
    void slowQueriesWaitForLane() {
        assertThat(begun("slow", 110).takeTurn(A_MOMENT)).isTrue();
        assertThat(begun("slow too", 110).takeTurn(A_MOMENT)).isFalse();
        assertThat(begun("quick", 0).takeTurn(A_MOMENT)).isTrue();
    }

    @Test
    @DisplayName(
            "quick queries of a client have used 500 ms => its next query waits for the lane, another client's does not")
    void manyQuickQueriesNeedLane() {
        for (int i = 0; i < 8; i++) {
            begun("many", 90).finish();
        }
        assertThat(begun("slow", 110).takeTurn(A_MOMENT)).isTrue();
        assertThat(begun("many", 1).takeTurn(A_MOMENT)).isFalse();
        assertThat(begun("few", 1).takeTurn(A_MOMENT)).isTrue();
    }

    @Test
    @DisplayName("a concurrent second query of a client needs a lane at once")
    void oneQuickQueryPerClient() {
        assertThat(begun("slow", 110).takeTurn(A_MOMENT)).isTrue();
        SlowQueryLanes.Place first = begun("client", 0);
        assertThat(begun("client", 1).takeTurn(A_MOMENT)).isFalse();
        first.finish();
        assertThat(begun("client", 1).takeTurn(A_MOMENT)).isTrue();
    }

    @Test
    @DisplayName("the stack overflows anywhere in taking a turn => the lane is free afterwards")
    void stackOverflowKeepsLane() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        Thread rival = new Thread(() -> waitOften(ended));
        rival.start();
        DeepStack.run(1000, this::takeTwoTurns);
        ended.set(true);
        rival.join();
        assertThat(begun("slow", 110).takeTurn(A_MOMENT)).isTrue();
    }

    /** Takes turns, so that others have to give theirs up. */
    private void waitOften(AtomicBoolean ended) {
        while (!ended.get()) {
            SlowQueryLanes.Place place = begun("rival", 110);
            place.takeTurn(A_MOMENT);
            place.finish();
        }
    }

    private void takeTwoTurns(DeepStack stack) {
        SlowQueryLanes.Place place = begun("deep", 110);
        place.takeTurn(A_MOMENT);
        spin(21);
        stack.call(() -> place.takeTurn(A_MOMENT));
        place.finish();
    }

    @Test
    @DisplayName("a slow query has used the lane for 500 ms => the next query of the client waits for the lane")
    void timeInLaneCounts() {
        SlowQueryLanes.Place heavy = begun("heavy", 110);
        assertThat(heavy.takeTurn(A_MOMENT)).isTrue();
        spin(900);
        heavy.finish();
        assertThat(begun("slow", 110).takeTurn(A_MOMENT)).isTrue();
        assertThat(begun("heavy", 1).takeTurn(A_MOMENT)).isFalse();
    }

    @Test
    @DisplayName("a query leaves the lane => the next continues")
    void leavesLane() {
        SlowQueryLanes.Place first = begun("first", 110);
        assertThat(first.takeTurn(A_MOMENT)).isTrue();
        first.leave();
        assertThat(begun("second", 110).takeTurn(A_MOMENT)).isTrue();
    }

    @Test
    @DisplayName("a quick query runs => a slow one pauses until 100 ms after its end")
    void pausesForQuickWork() throws Exception {
        SlowQueryLanes.Place slow = slow();
        begun("quick", 0).finish();
        spin(99);
        Thread turn = pausing(slow);
        spin(1);
        turn.join();
    }

    @Test
    @DisplayName("a request without a query runs for long => a slow query pauses as long as it ran before")
    void pauseIsLimited() throws Exception {
        SlowQueryLanes.Place slow = slow();
        lanes.quickWork().begin("request", "reader");
        spin(5);
        Thread turn = pausing(slow);
        spin(4);
        turn.join(100);
        assertThat(turn.isAlive()).isTrue();
        spin(1);
        turn.join();
    }

    @Test
    @DisplayName("a query holds more than 8 MiB => it needs the lane")
    void largeQueryNeedsLane() {
        slow();
        SlowQueryLanes.Place large = begun("large", 1);
        large.holds(8 << 20);
        assertThat(large.takeTurn(A_MOMENT)).isTrue();
        large.holds((8 << 20) + 1);
        assertThat(large.takeTurn(A_MOMENT)).isFalse();
    }

    @Test
    @DisplayName(
            "a slow query has grown by 1 MiB and run 4 ms => it pauses for 67 ms, in turns of 20 ms; it shrinks and grows => not again")
    void pausesForMemory() throws Exception {
        SlowQueryLanes.Place slow = slow();
        lanes.quickWork().begin("request", "reader");
        slow.holds(1 << 20);
        spin(1);
        for (int pause : new int[] {20, 20, 20, 7}) {
            Thread turn = pausing(slow);
            spin(pause);
            turn.join();
            spin(1);
        }
        slow.holds(0);
        slow.holds(1 << 20);
        Thread turn = pausing(slow);
        spin(1);
        turn.join();
    }

    @Test
    @DisplayName("only the client of a slow query has quick work, another's ended 100 ms ago => it does not pause")
    void doesNotPauseForItsClient() throws Exception {
        SlowQueryLanes.Place slow = slow();
        begun("quick", 0).finish();
        spin(100);
        begun("slow", 0).finish();
        lanes.quickWork().begin("request", "slow");
        Thread turn = new Thread(() -> slow.takeTurn(A_MOMENT));
        turn.start();
        turn.join(10_000);
        assertThat(turn.isAlive()).isFalse();
    }

    /** A query of the client "slow" in the lane. */
    private SlowQueryLanes.Place slow() {
        SlowQueryLanes.Place slow = begun("slow", 110);
        assertThat(slow.takeTurn(A_MOMENT)).isTrue();
        return slow;
    }

    /** Takes a turn in a thread; returns when the thread waits. */
    private static Thread pausing(SlowQueryLanes.Place place) throws InterruptedException {
        Thread turn = new Thread(() -> place.takeTurn(A_MOMENT));
        turn.start();
        while (turn.getState() != Thread.State.TIMED_WAITING) {
            assertThat(turn.isAlive()).isTrue();
            turn.join(1);
        }
        return turn;
    }

    /** A query of a client that has used some CPU time. */
    private SlowQueryLanes.Place begun(String client, int millis) {
        SlowQueryLanes.Place place = lanes.place(client);
        place.begin();
        spin(millis);
        return place;
    }

    private void spin(int millis) {
        time.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
