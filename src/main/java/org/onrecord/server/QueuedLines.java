// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Writes lines in a separate thread, so that a blocked pipe or a slow disk does not block requests. If the queue is full,
 * lines are dropped; a later line reports how many. Thread-safe.
 */
public final class QueuedLines implements Consumer<String> {
    private static final int LONGEST_QUEUE = 4096;
    private static final Duration FLUSH = Duration.ofSeconds(2);
    private static final long PAUSE_NANOS = 5_000_000;

    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final PrintWriter out;

    /** Lines for a writer, which is not closed. */
    public QueuedLines(PrintWriter out) {
        this.out = out;
        Thread thread = new Thread(this::write, "journal");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void accept(String line) {
        waiting.incrementAndGet();
        if (!lines.offer(line)) {
            waiting.decrementAndGet();
            dropped.incrementAndGet();
        }
    }

    /** Number of dropped lines. */
    public long dropped() {
        return dropped.get();
    }

    /** Waits, for a limited time, until all lines are written. */
    public void flush() {
        long end = System.nanoTime() + FLUSH.toNanos();
        while (waiting.get() > 0 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void write() {
        try {
            while (true) {
                out.println(lines.take());
                tellDropped();
                if (lines.isEmpty()) {
                    out.flush();
                }
                waiting.decrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellDropped() {
        long now = dropped.get();
        long before = told.getAndSet(now);
        if (now > before) {
            new Journal(out::println).write("lines-dropped", Map.of("lines", now - before));
        }
    }
}
