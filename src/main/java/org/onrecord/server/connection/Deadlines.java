// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/** Ends what waits too long for a client: looks at all of it four times a second. Safe for many threads. */
public final class Deadlines extends AbstractLifeCycle {
    private static final long PERIOD_MILLIS = 250;

    private final Scheduler scheduler;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();

    /** Deadlines that are watched once this is started, as long as the scheduler runs. */
    public Deadlines(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** The server waits for a client. */
    interface Wait {
        /** Whether it has waited too long, at a time of the system's clock for durations. */
        boolean late(long now);

        /** Ends it; called again if it still waits. */
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

    /** One that cannot be ended must not keep the others. */
    private void end(Wait wait) {
        try {
            wait.end();
        } catch (RuntimeException e) {
            waits.remove(wait);
        }
    }
}
