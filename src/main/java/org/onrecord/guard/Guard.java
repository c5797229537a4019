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
 * Runs queries within limits, each in its own thread. Returns at the time limit even if the thread continues.
 * Thread-safe.
 */
public final class Guard implements AutoCloseable {
    /** Grace period for a query to stop after its time limit. */
    private static final Duration GRACE = Duration.ofMillis(300);

    /** Stack size, sufficient for almost every query of the maximum size. Allocated on use. */
    private static final long STACK = 32L << 20;

    private final Limits limits;
    private final Admission admission;
    private final Pools pools;
    private final SlowQueryLanes lanes =
            new SlowQueryLanes(Runtime.getRuntime().availableProcessors(), QueryClock.SYSTEM);
    private final Set<Budget> abandoned = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    public Guard(Limits limits) {
        this.limits = limits;
        this.admission = new Admission(limits);
        this.pools = Pools.of(limits);
        this.threads = new ThreadPoolExecutor(
                0, 2 * limits.queries() + 1, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), Guard::thread);
    }

    /** The limits of every query. */
    public Limits limits() {
        return limits;
    }

    /**
     * Runs a query.
     *
     * @param client identifies the client
     * @param time time limit, in addition to the server's limit
     * @param work the query, called with its budget
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
        boolean quick = quickWork().leave(Thread.currentThread());
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
                    new Refusal(Refusal.Kind.BUSY, "The server has no free thread. Retry in a few seconds."));
        } finally {
            admission.leave(client, query);
            if (quick) {
                quickWork().begin(Thread.currentThread(), client);
            }
        }
    }

    /** The work for which slow queries pause. */
    public QuickWork quickWork() {
        return lanes.quickWork();
    }

    /** The number of running queries. */
    public int running() {
        return admission.running();
    }

    /**
     * The number of threads that still run although their query started more than twice the server's time limit ago.
     * They cannot be stopped without restarting the process.
     */
    public int stuck() {
        long twice = 2 * limits.time().toNanos();
        return (int) abandoned.stream().filter(budget -> budget.age() > twice).count();
    }

    /** Estimated memory of queries and answers in bytes. */
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
            return new Outcome.Refused<>(
                    new Refusal(Refusal.Kind.DEPTH, "The query is nested too deeply. Split it into smaller ones."));
        } catch (OutOfMemoryError e) {
            return new Outcome.Refused<>(Refusal.noMemory());
        } catch (RuntimeException | Error e) {
            return budget.refusal().<Outcome<T>>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Failed<>(e));
        }
    }

    /** Completes the task; releases the answer if the task was already completed. */
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

    /** Cancels a running query and releases its resources; returns its outcome if it has just completed. */
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
