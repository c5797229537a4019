// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.onrecord.source.Progress;

/**
 * Runs independent tasks on all cores.
 *
 * @param progress receives the number of complete tasks
 * @param units what a task makes, such as {@code files}
 */
record Tasks(Progress progress, String units) {
    /**
     * The results, in the order of the tasks. No task is running any more when this method returns or throws.
     *
     * @throws IOException the failure of a task; unchecked exceptions of tasks are thrown as they are
     */
    <T> List<T> run(List<Callable<T>> tasks) throws IOException {
        List<FutureTask<T>> started = tasks.stream().map(FutureTask::new).toList();
        AtomicLong done = new AtomicLong();
        started.parallelStream().forEach(task -> {
            task.run();
            report(done, started.size());
        });
        List<T> results = new ArrayList<>();
        for (FutureTask<T> task : started) {
            results.add(result(task));
        }
        return results;
    }

    private synchronized void report(AtomicLong done, long all) {
        progress.part(units, done.incrementAndGet(), all);
    }

    private static <T> T result(FutureTask<T> task) throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw e.getCause() instanceof IOException exception ? exception : new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
