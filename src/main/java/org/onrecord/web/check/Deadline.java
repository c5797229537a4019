// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web.check;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.onrecord.web.problem.Problem;
import org.onrecord.web.problem.ProblemException;
import org.onrecord.web.problem.ProblemType;

/**
 * A time after which an answer is given whatever the work does.
 *
 * @param time the longest it may take
 */
public record Deadline(Duration time) {
    /** What a server allows. */
    public static final Deadline USUAL = new Deadline(Duration.ofSeconds(5));

    /**
     * Does a piece of work.
     *
     * @param work is given what it must call often: it throws when the time is over, so that the work ends, too
     * @throws ProblemException if it takes longer
     */
    <T> T within(Function<Runnable, T> work) {
        long end = System.nanoTime() + time.toNanos();
        Runnable step = () -> {
            if (System.nanoTime() - end > 0) {
                throw tooLong();
            }
        };
        CompletableFuture<T> task = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        task.complete(work.apply(step));
                    } catch (RuntimeException | Error e) {
                        task.completeExceptionally(e);
                    }
                },
                "validation");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            throw new ProblemException(Problem.of(ProblemType.OVERLOADED, "The server has no thread free now."));
        }
        try {
            return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw tooLong();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of(ProblemType.OVERLOADED, "The server is stopping."));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProblemException problem ? problem : new CompletionException(e.getCause());
        }
    }

    private ProblemException tooLong() {
        return new ProblemException(Problem.of(
                ProblemType.TIME_LIMIT,
                "The validation did not end within " + time.toSeconds() + " seconds. Post less at a time."));
    }
}
