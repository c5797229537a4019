// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Running work for which slow queries pause: quick queries, and requests while they do not wait for a query. Thread-safe. */
public final class QuickWork {
    private final Set<Object> running = ConcurrentHashMap.newKeySet();

    QuickWork() {}

    /** Begins work, identified by an object, such as its thread. */
    public void begin(Object work) {
        running.add(work);
    }

    /** Ends work; returns whether it was running. */
    public boolean end(Object work) {
        return running.remove(work);
    }

    boolean isRunning() {
        return !running.isEmpty();
    }
}
