// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.sparql.util.Symbol;
import org.jspecify.annotations.Nullable;
import org.onrecord.vocabulary.Namespace;

/**
 * What is left to one query: time, memory, rows, bytes. Charged by the query's own thread; may be ended from any.
 *
 * <p>Every method that charges throws a {@link RefusedException} when the bound is met, and again at each later call.
 */
public final class Budget implements AutoCloseable {
    /** Under which an execution's context holds its budget. */
    public static final Symbol SYMBOL = Symbol.create(Namespace.BASE + "budget");

    private static final int TICKS_BETWEEN_CLOCKS = 32;
    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long TURN = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int SMALL_TEXT = 64;
    private static final int ROW = 48;
    private static final int CELL = 96;

    private final Limits limits;
    private final Pool pool;
    private final Turns turns;
    private final long start = System.nanoTime();
    private final AtomicReference<@Nullable Refusal> refusal = new AtomicReference<>();
    private final AtomicInteger ticks = new AtomicInteger();
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong answer = new AtomicLong();
    private final AtomicLong cpu = new AtomicLong();
    private final AtomicBoolean inLane = new AtomicBoolean();
    private final AtomicLong nextTurn = new AtomicLong(start + QUICK);

    Budget(Limits limits, Pool pool, Turns turns) {
        this.limits = limits;
        this.pool = pool;
        this.turns = turns;
    }

    /** A budget of its own, for work outside of a {@link Guard}. */
    public static Budget alone(Limits limits) {
        return new Budget(limits, Pool.of(limits), new Turns(2));
    }

    /** Counts a step of the engine; every few steps looks at the clock, and gives others their turn. */
    public void step() {
        if (ticks.incrementAndGet() % TICKS_BETWEEN_CLOCKS == 0) {
            check();
        }
    }

    /** Looks at the clock now. */
    public void check() {
        throwIfRefused();
        long now = System.nanoTime();
        if (now - start > limits.time().toNanos()) {
            refuse(timeIsUp(limits.time()));
        }
        if (now - nextTurn.get() > 0) {
            takeTurn(now);
        }
    }

    /** Charges a row that is kept, of so many cells. */
    public void keepRow(int cells) {
        step();
        hold(ROW + (long) CELL * cells);
    }

    /** Charges a text about to be built, in UTF-16 code units. */
    public void build(long length) {
        step();
        if (length > SMALL_TEXT) {
            hold(2 * length);
        }
    }

    /** Charges a piece that a growing text takes up, in UTF-16 code units; here small pieces count, too. */
    public void append(long length) {
        step();
        hold(2 * length);
    }

    /** Counts a row or triple of the answer. */
    public void answerRow() {
        step();
        if (rows.incrementAndGet() > limits.rows()) {
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
        takeFromPool(more);
        answer.addAndGet(more);
    }

    /** Gives the memory of the answer back: it was sent, or nobody waits for it. */
    void releaseAnswer() {
        pool.give(answer.getAndSet(0));
    }

    /** The time that the query has in all. */
    public Duration limit() {
        return limits.time();
    }

    /** The rows of the answer so far. */
    public long rows() {
        return rows.get();
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

    /** Ends the query from another thread. */
    void end(Refusal reason) {
        refusal.compareAndSet(null, reason);
    }

    /** Nanoseconds since the query came. */
    long age() {
        return System.nanoTime() - start;
    }

    long limitNanos() {
        return limits.time().toNanos();
    }

    static Refusal timeIsUp(Duration limit) {
        return new Refusal(
                Refusal.Kind.TIME,
                "The query did not end within the time limit of %s s. Make it more selective: bind a variable, leave out a pattern that shares no variable with the rest, or add LIMIT."
                        .formatted(new BigDecimal(limit.toMillis())
                                .movePointLeft(3)
                                .stripTrailingZeros()
                                .toPlainString()));
    }

    @Override
    public void close() {
        if (inLane.getAndSet(false)) {
            turns.leave();
        }
        pool.give(held.getAndSet(0));
    }

    private void hold(long bytes) {
        if (held.get() + bytes > limits.memory()) {
            refuse(new Refusal(
                    Refusal.Kind.MEMORY,
                    "The query would hold or build more than %,d MiB while it runs, which is the most one may. Make it more selective, or sort and group fewer rows."
                            .formatted(limits.memory() >> 20)));
        }
        takeFromPool(bytes);
        held.addAndGet(bytes);
    }

    private void takeFromPool(long bytes) {
        if (!pool.take(bytes)) {
            refuse(new Refusal(
                    Refusal.Kind.BUSY,
                    "The server has no memory free for this query now. Ask again in a few seconds."));
        }
    }

    private void takeTurn(long now) {
        if (!inLane.get() && quickSoFar(now)) {
            return;
        }
        if (inLane.get() && turns.wanted()) {
            inLane.set(false);
            turns.leave();
        }
        if (!inLane.get()) {
            if (!turns.enter(limits.time().toNanos() - age())) {
                refuse(timeIsUp(limits.time()));
            }
            inLane.set(true);
        }
        nextTurn.set(System.nanoTime() + TURN);
    }

    /** Waiting for a processor does not make a query slow: what counts is what it used of one. */
    private boolean quickSoFar(long now) {
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu.get();
        nextTurn.set(now + Math.max(TURN, QUICK - used));
        return used >= 0 && used < QUICK;
    }

    /** Says that the calling thread is the query's from now on. */
    void begin() {
        cpu.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private void throwIfRefused() {
        Refusal reason = refusal.get();
        if (reason != null) {
            throw new RefusedException(reason);
        }
    }
}
