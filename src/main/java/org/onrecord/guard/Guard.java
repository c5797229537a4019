// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Runs queries within limits, each in a thread of its own, and answers at the time limit whatever that thread does. Safe
 * for many threads.
 */
public final class Guard implements AutoCloseable {
    /** How long after its time a query may take to notice that it was ended. */
    private static final Duration GRACE = Duration.ofMillis(300);

    /** Enough for every tree that a query of the largest allowed size can make, or nearly; taken only as it is used. */
    private static final long STACK = 32L << 20;

    private final Limits limits;
    private final Admission admission;
    private final Pool pool;
    private final Turns turns = new Turns(Runtime.getRuntime().availableProcessors());
    private final Set<Budget> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    public Guard(Limits limits) {
        this.limits = limits;
        this.admission = new Admission(limits);
        this.pool = Pool.of(limits);
        this.threads = new ThreadPoolExecutor(
                0, limits.queries() + 1, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Guard::thread);
    }

    /** The limits that hold for every query. */
    public Limits limits() {
        return limits;
    }

    /**
     * Does a piece of work that asks the graph.
     *
     * @param client whose it is: any string that is the same for the same client
     * @param time the longest it may take; the server's own limit holds too
     * @param work is given the budget to charge
     */
    public <T> Outcome<T> run(String client, Duration time, Function<Budget, T> work) {
        Optional<Refusal> full = admission.enter(client);
        if (full.isPresent()) {
            return new Outcome.Refused<>(full.get());
        }
        Limits own = time.compareTo(limits.time()) < 0 ? limits.within(time) : limits;
        Budget budget = new Budget(own, pool, turns);
        running.add(budget);
        CompletableFuture<Outcome<T>> task = new CompletableFuture<>();
        try {
            threads.execute(() -> task.complete(released(budget, working(client, budget, work))));
        } catch (RuntimeException | OutOfMemoryError e) {
            leave(client, budget);
            return new Outcome.Refused<>(
                    new Refusal(Refusal.Kind.BUSY, "The server has no thread free now. Ask again in a few seconds."));
        }
        return await(task, budget, own);
    }

    /** How many queries are under way. */
    public int running() {
        return admission.running();
    }

    /** How many threads still run after twice their time: each keeps its place until it ends. */
    public int stuck() {
        return (int) running.stream()
                .filter(budget -> budget.age() > 2 * budget.limitNanos())
                .count();
    }

    /** Estimated bytes that queries hold now. */
    public long held() {
        return pool.held();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private <T> Outcome<T> working(String client, Budget budget, Function<Budget, T> work) {
        try {
            budget.begin();
            T value = work.apply(budget);
            Optional<Refusal> swallowed = budget.refusal();
            return swallowed.isPresent() ? new Outcome.Refused<>(swallowed.get()) : new Outcome.Done<>(value);
        } catch (RefusedException e) {
            return new Outcome.Refused<>(e.refusal());
        } catch (StackOverflowError e) {
            return new Outcome.Refused<>(new Refusal(
                    Refusal.Kind.DEPTH,
                    "The query is nested or chained too deeply to be run. Split it into smaller ones."));
        } catch (OutOfMemoryError e) {
            return new Outcome.Refused<>(new Refusal(
                    Refusal.Kind.BUSY,
                    "The server has no memory free for this query now. Ask again in a few seconds."));
        } catch (RuntimeException | Error e) {
            return budget.refusal().<Outcome<T>>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Failed<>(e));
        } finally {
            leave(client, budget);
        }
    }

    private <T> Outcome<T> released(Budget budget, Outcome<T> outcome) {
        if (!(outcome instanceof Outcome.Done<T>)) {
            budget.releaseAnswer();
        }
        return outcome;
    }

    private <T> Outcome<T> await(CompletableFuture<Outcome<T>> task, Budget budget, Limits own) {
        try {
            return task.get(own.time().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            abandon(task, budget, own);
            return new Outcome.Refused<>(Budget.timeIsUp(own.time()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon(task, budget, own);
            return new Outcome.Refused<>(new Refusal(Refusal.Kind.BUSY, "The server is stopping."));
        } catch (ExecutionException e) {
            return new Outcome.Failed<>(e);
        }
    }

    private static <T> void abandon(CompletableFuture<Outcome<T>> task, Budget budget, Limits own) {
        budget.end(Budget.timeIsUp(own.time()));
        var unused = task.whenComplete((outcome, failure) -> budget.releaseAnswer());
    }

    private void leave(String client, Budget budget) {
        budget.close();
        running.remove(budget);
        admission.leave(client);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "query", STACK);
        thread.setDaemon(true);
        return thread;
    }
}
