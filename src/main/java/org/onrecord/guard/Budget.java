// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * What is left to one query: time, memory, rows, bytes. Charged by the query's own thread; may be ended from any.
 *
 * <p>Every method that charges throws a {@link RefusedException} when the bound is met, and again at each later call.
 */
public final class Budget implements AutoCloseable {
    /** The name under which an execution's context holds its budget. */
    public static final Symbol SYMBOL = Symbol.create("org.onrecord.budget");

    private static final int STEPS_PER_CHECK = 32;
    private static final int CHARACTERS_PER_STEP = 1024;
    private static final long SLOW_STEPS_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int ROW_BYTES = 48;
    private static final int CELL_BYTES = 96;

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

    /** A budget of its own, for work of the calling thread outside of a {@link Guard}. */
    public static Budget standalone(Limits limits) {
        Budget budget = new Budget(limits, Pools.of(limits), new SlowQueryLanes(2).place(""));
        budget.begin();
        return budget;
    }

    /** Counts a step of the engine; looks at the clock every few steps, and at each step while steps take long. */
    public void step() {
        step(0);
    }

    /** Counts a step that takes a time in proportion to the length of a text, in UTF-16 code units. */
    public void step(long length) {
        steps += 1 + length / CHARACTERS_PER_STEP;
        if (steps >= nextCheck) {
            check();
        }
    }

    /** Looks at the clock now. */
    public void check() {
        throwIfRefused();
        long now = System.nanoTime();
        nextCheck = steps + (now - lastCheck > SLOW_STEPS_NANOS ? 1 : STEPS_PER_CHECK);
        if (now - start > limits.time().toNanos()
                || !place.takeTurn(limits.time().toNanos() - age())) {
            refuse(timeout(limits.time()));
        }
        lastCheck = System.nanoTime();
    }

    /** Tells that what comes next takes long and cannot be interrupted. */
    public void expectSlow() {
        place.expectSlow();
        check();
    }

    /** Charges a row that is kept, of so many cells. */
    public void chargeRow(int cells) {
        step();
        chargeMemory(ROW_BYTES + (long) CELL_BYTES * cells);
    }

    /** Charges memory that is kept until the query ends, or is {@link #release}d. */
    public void chargeMemory(long bytes) {
        if (bytes == 0) {
            return;
        }
        if (accounts.memory().reserved() + bytes > limits.memory()) {
            refuse(new Refusal(
                    Refusal.Kind.MEMORY,
                    "The query would hold or build more than %,d MiB while it runs, which is the most one may. Make it more selective, or sort and group fewer rows."
                            .formatted(limits.memory() >> 20)));
        }
        if (!accounts.memory().reserve(bytes)) {
            refuse(Refusal.noMemory());
        }
    }

    /** Gives back memory that was kept. */
    public void release(long bytes) {
        accounts.memory().release(bytes);
    }

    /** Charges memory that is given back as soon as the expression is evaluated. */
    public void chargeTemporary(long bytes) {
        chargeMemory(bytes);
        temporary += bytes;
    }

    /** How much is temporary; a mark for {@link #releaseTemporary}. */
    public long temporary() {
        return temporary;
    }

    /** Gives back what was temporary after a mark was taken. */
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
                    "The answer has more than %,d rows, which is the most this server sends. Add ORDER BY with LIMIT %d, and ask again with OFFSET %d for the next page."
                            .formatted(limits.rows(), limits.rows(), limits.rows())));
        }
    }

    /** Charges bytes of the answer, of which there were so many before. */
    void answerBytes(long before, int more) {
        check();
        if (before + more > limits.bytes()) {
            refuse(new Refusal(
                    Refusal.Kind.BYTES,
                    "The answer has more than %,d bytes, which is the most this server sends. Ask for fewer columns, or add ORDER BY with LIMIT, and page with OFFSET."
                            .formatted(limits.bytes())));
        }
        if (!accounts.reserveAnswer(before, more)) {
            refuse(Refusal.noMemory());
        }
    }

    /** Gives the memory of the answer back: it was sent, or nobody waits for it. */
    void releaseAnswer() {
        accounts.closeAnswer();
    }

    /** The time that the query has in all. */
    public Duration limit() {
        return limits.time();
    }

    /** The rows of the answer so far. */
    public long rows() {
        return rows;
    }

    /** Why the query ends, if it does. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal.get());
    }

    /** Ends the query: the first reason counts. */
    public RefusedException refuse(Refusal reason) {
        refusal.compareAndSet(null, reason);
        throwIfRefused();
        throw new IllegalStateException("A refusal was just set");
    }

    /** Sets what stops the engine when the query is ended from another thread. */
    public void onCancel(Runnable stop) {
        onCancel = stop;
    }

    /** Ends the query from another thread, and takes back what it has: its lane and its memory. */
    void cancel(Refusal reason) {
        refusal.compareAndSet(null, reason);
        close();
        onCancel.run();
    }

    /** Nanoseconds since the query came. */
    long age() {
        return System.nanoTime() - start;
    }

    static Refusal timeout(Duration limit) {
        return new Refusal(
                Refusal.Kind.TIME,
                "The query did not end within the time limit of %s s. Make it more selective: bind a variable, leave out a pattern that shares no variable with the rest, or add LIMIT."
                        .formatted(new BigDecimal(limit.toMillis())
                                .movePointLeft(3)
                                .stripTrailingZeros()
                                .toPlainString()));
    }

    /** Gives back the lane and the memory that the query used while it ran. */
    @Override
    public void close() {
        place.leave();
        accounts.memory().close();
    }

    /** Tells that the calling thread is the query's from now on. */
    void begin() {
        place.begin();
    }

    /** Tells that the query's thread is done with it: gives back what it used while it ran. */
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
