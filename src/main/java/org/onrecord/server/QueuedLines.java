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
 * Lines that a thread of their own writes, so that a pipe that nobody reads, or a slow disk, makes no request wait. Lines
 * that find the queue full are dropped, counted, and told in a later line. Safe for many threads.
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

    /** Lines for a writer, which is never closed. */
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

    /** How many lines were dropped. */
    public long dropped() {
        return dropped.get();
    }

    /** Waits until all lines are written, but not for long. */
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
