// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;
import org.onrecord.engine.row.Meter;

/**
 * The budget of a query: time, memory, rows and bytes. Charged by the query's thread; may be cancelled by any thread.
 *
 * <p>Charging methods throw a {@link RefusedException} when a limit is exceeded, and at each later call.
 */
public final class Budget implements Meter, AutoCloseable {
    /** Key of the budget in the execution context. */
    public static final Symbol SYMBOL = Symbol.create("org.onrecord.budget");

    private static final int STEPS_PER_CHECK = 32;
    private static final int CHARACTERS_PER_STEP = 1024;
    private static final long SLOW_STEPS_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int ROW_BYTES = 48;

    /** Memory of a value of a row. */
    public static final int CELL_BYTES = 96;

    private final Limits limits;
    private final Pools.Accounts accounts;
    private final SlowQueryLanes.Place place;
    private final long start = System.nanoTime();
    private final AtomicReference<@Nullable Refusal> refusal = new AtomicReference<>();
    private volatile Runnable onCancel = () -> {};
    private long temporary;
    private long steps;
    private long nextCheck = STEPS_PER_CHECK;
    private long lastCheck = start;
    private long rows;

    Budget(Limits limits, Pools pools, SlowQueryLanes.Place place) {
        this.limits = limits;
        this.accounts = pools.accounts();
        this.place = place;
    }

    /** A budget for work in the calling thread without a {@link Guard}. */
    public static Budget standalone(Limits limits) {
        Budget budget = new Budget(limits, Pools.of(limits), new SlowQueryLanes(2, QueryClock.SYSTEM).place(""));
        budget.begin();
        return budget;
    }

    /** Counts a step. Checks the time every few steps, or at each step if steps are slow. */
    @Override
    public void step() {
        step(0);
    }

    /** Counts a step whose duration is proportional to a text length in UTF-16 code units. */
    public void step(long length) {
        steps += 1 + length / CHARACTERS_PER_STEP;
        if (steps >= nextCheck) {
            check();
        }
    }

    /** Checks the time now. */
    public void check() {
        throwIfRefused();
        long now = System.nanoTime();
        nextCheck = steps + (now - lastCheck > SLOW_STEPS_NANOS ? 1 : STEPS_PER_CHECK);
        place.holds(accounts.memory().reserved());
        if (now - start > limits.time().toNanos()
                || !place.takeTurn(limits.time().toNanos() - age())) {
            refuse(timeout(limits.time()));
        }
        lastCheck = System.nanoTime();
    }

    /** Announces a long operation that cannot be interrupted. */
    public void expectSlow() {
        place.expectSlow();
        check();
    }

    /** Charges the memory of a buffered row. */
    public void chargeRow(int cells) {
        step();
        chargeMemory(ROW_BYTES + (long) CELL_BYTES * cells);
    }

    /** Charges memory until the query ends or {@link #release} is called. */
    @Override
    public void chargeMemory(long bytes) {
        if (bytes == 0) {
            return;
        }
        if (accounts.memory().reserved() + bytes > limits.memory()) {
            refuse(new Refusal(
                    Refusal.Kind.MEMORY,
                    "The query needs more than %,d MiB of memory, the limit per query. Make it more selective, or sort and group fewer rows."
                            .formatted(limits.memory() >> 20)));
        }
        if (!accounts.memory().reserve(bytes)) {
            refuse(Refusal.noMemory());
        }
    }

    /** Releases charged memory. */
    @Override
    public void release(long bytes) {
        accounts.memory().release(bytes);
    }

    /** Charges memory that is released after the expression was evaluated. */
    public void chargeTemporary(long bytes) {
        chargeMemory(bytes);
        temporary += bytes;
    }

    /** The temporary memory; a mark for {@link #releaseTemporary}. */
    public long temporary() {
        return temporary;
    }

    /** Releases the temporary memory charged since the mark. */
    public void releaseTemporary(long mark) {
        if (temporary > mark) {
            release(temporary - mark);
            temporary = mark;
        }
    }

    /** Counts a row or triple of the answer. */
    public void answerRow() {
        step();
        rows++;
        if (rows > limits.rows()) {
            refuse(new Refusal(
                    Refusal.Kind.ROWS,
                    "The answer has more than %,d rows, the limit of this server. Add ORDER BY and LIMIT %d, and use OFFSET %d for the next page."
                            .formatted(limits.rows(), limits.rows(), limits.rows())));
        }
    }

    /**
     * Charges bytes of the answer, in addition to those before.
     *
     * @param more how many are wanted
     * @return how many are left within the limit, at least 1 and at most {@code more}
     */
    int answerBytes(long before, int more) {
        check();
        int granted = (int) Math.min(more, limits.bytes() - before);
        if (granted < 1) {
            refuse(new Refusal(
                    Refusal.Kind.BYTES,
                    "The answer has more than %,d bytes, the limit of this server. Select fewer columns, or add ORDER BY and LIMIT, and page with OFFSET."
                            .formatted(limits.bytes())));
        }
        if (!accounts.reserveAnswer(before, granted)) {
            refuse(Refusal.noMemory());
        }
        return granted;
    }

    /** Releases the memory of the answer after it was sent or discarded. */
    void releaseAnswer() {
        accounts.closeAnswer();
    }

    /** The time limit of the query. */
    public Duration limit() {
        return limits.time();
    }

    /** The rows of the answer so far. */
    public long rows() {
        return rows;
    }

    /** The reason for refusing the query, if any. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal.get());
    }

    /** Refuses the query. Only the first reason is kept. */
    public RefusedException refuse(Refusal reason) {
        refusal.compareAndSet(null, reason);
        throwIfRefused();
        throw new IllegalStateException("The refusal is set");
    }

    /** Sets the action that stops the engine when the query is cancelled. */
    public void onCancel(Runnable stop) {
        onCancel = stop;
    }

    /** Cancels the query from another thread and releases its lane and memory. */
    void cancel(Refusal reason) {
        refusal.compareAndSet(null, reason);
        close();
        onCancel.run();
    }

    /** Nanoseconds since the query was received. */
    long age() {
        return System.nanoTime() - start;
    }

    static Refusal timeout(Duration limit) {
        return new Refusal(
                Refusal.Kind.TIME,
                "The query exceeded the time limit of %s s. Make it more selective: bind a variable, remove a pattern that shares no variable with the rest, or add LIMIT."
                        .formatted(new BigDecimal(limit.toMillis())
                                .movePointLeft(3)
                                .stripTrailingZeros()
                                .toPlainString()));
    }

    /** Releases the lane and the memory of the query. */
    @Override
    public void close() {
        place.leave();
        accounts.memory().close();
    }

    /** Must be called first by the query's thread. */
    void begin() {
        place.begin();
    }

    /** Must be called last by the query's thread: releases lane and memory. */
    void finish() {
        place.finish();
        close();
    }

    private void throwIfRefused() {
        Refusal reason = refusal.get();
        if (reason != null) {
            throw new RefusedException(reason);
        }
    }
}
