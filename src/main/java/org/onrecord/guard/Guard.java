// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
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
    private final Pools pools;
    private final SlowQueryLanes lanes = new SlowQueryLanes(Runtime.getRuntime().availableProcessors());
    private final Set<Budget> abandoned = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    public Guard(Limits limits) {
        this.limits = limits;
        this.admission = new Admission(limits);
        this.pools = Pools.of(limits);
        this.threads = new ThreadPoolExecutor(
                0, 2 * limits.queries() + 1, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Guard::thread);
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
        Limits own = time.compareTo(limits.time()) < 0 ? limits.within(time) : limits;
        Budget budget = new Budget(own, pools, lanes.place(client));
        CompletableFuture<Outcome<T>> task = new CompletableFuture<>();
        Admission.Query query = reason -> abandon(task, budget, reason);
        Optional<Refusal> full = admission.enter(client, query);
        if (full.isPresent()) {
            return new Outcome.Refused<>(full.get());
        }
        try {
            threads.execute(() -> {
                try {
                    finish(task, budget, outcome(budget, work));
                } finally {
                    budget.finish();
                    abandoned.remove(budget);
                }
            });
            return await(task, budget, own);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            return new Outcome.Refused<>(
                    new Refusal(Refusal.Kind.BUSY, "The server has no thread free now. Ask again in a few seconds."));
        } finally {
            admission.leave(client, query);
        }
    }

    /** How many queries are under way. */
    public int running() {
        return admission.running();
    }

    /**
     * How many threads still run although their query was ended long ago: for as long as the server's time limit, whatever
     * limit the request had. They cannot be stopped; only a new process is rid of them.
     */
    public int stuck() {
        long twice = 2 * limits.time().toNanos();
        return (int) abandoned.stream().filter(budget -> budget.age() > twice).count();
    }

    /** Estimated bytes that queries and their answers hold now. */
    public long memoryInUse() {
        return pools.used();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static <T> Outcome<T> outcome(Budget budget, Function<Budget, T> work) {
        try {
            budget.begin();
            T value = work.apply(budget);
            return budget.refusal().<Outcome<T>>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Done<>(value));
        } catch (RefusedException e) {
            return new Outcome.Refused<>(e.refusal());
        } catch (StackOverflowError e) {
            return new Outcome.Refused<>(new Refusal(
                    Refusal.Kind.DEPTH,
                    "The query is nested or chained too deeply to be run. Split it into smaller ones."));
        } catch (OutOfMemoryError e) {
            return new Outcome.Refused<>(Refusal.noMemory());
        } catch (RuntimeException | Error e) {
            return budget.refusal().<Outcome<T>>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Failed<>(e));
        }
    }

    /** Whoever waits gets the outcome; if nobody does any more, its answer is let go. */
    private <T> void finish(CompletableFuture<Outcome<T>> task, Budget budget, Outcome<T> outcome) {
        budget.finish();
        if (!(outcome instanceof Outcome.Done<T>)) {
            budget.releaseAnswer();
        }
        if (!task.complete(outcome)) {
            budget.releaseAnswer();
        }
    }

    private <T> Outcome<T> await(CompletableFuture<Outcome<T>> task, Budget budget, Limits own) {
        try {
            return task.get(own.time().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return abandon(task, budget, Budget.timeout(own.time()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abandon(task, budget, new Refusal(Refusal.Kind.BUSY, "The server is stopping."));
        } catch (ExecutionException e) {
            return new Outcome.Failed<>(e);
        }
    }

    /** Takes place, lane and memory from a query that goes on; or its outcome, if it came at the last moment. */
    private <T> Outcome<T> abandon(CompletableFuture<Outcome<T>> task, Budget budget, Refusal reason) {
        synchronized (budget) {
            if (task.isDone()) {
                return task.join();
            }
            abandoned.add(budget);
            if (!task.complete(new Outcome.Refused<>(reason))) {
                abandoned.remove(budget);
                return task.join();
            }
        }
        budget.cancel(reason);
        return new Outcome.Refused<>(reason);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "query", STACK);
        thread.setDaemon(true);
        return thread;
    }
}
