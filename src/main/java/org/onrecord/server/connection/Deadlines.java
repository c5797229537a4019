// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/** Ends overdue waits; checks four times a second. Thread-safe. */
public final class Deadlines extends AbstractLifeCycle {
    private static final long PERIOD_MILLIS = 250;

    private final Scheduler scheduler;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();

    /** Deadlines that are checked once this is started. */
    public Deadlines(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** A wait for a client. */
    interface Wait {
        /** Whether it is overdue. */
        boolean late(long now);

        /** Ends it; called repeatedly until it is removed. */
        void end();
    }

    void add(Wait wait) {
        waits.add(wait);
    }

    void remove(Wait wait) {
        waits.remove(wait);
    }

    @Override
    protected void doStart() {
        scheduler.schedule(this::look, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            long now = System.nanoTime();
            waits.stream().filter(wait -> wait.late(now)).forEach(this::end);
        } finally {
            if (isRunning()) {
                scheduler.schedule(this::look, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** A failure must not affect the others. */
    private void end(Wait wait) {
        try {
            wait.end();
        } catch (RuntimeException e) {
            waits.remove(wait);
        }
    }
}
