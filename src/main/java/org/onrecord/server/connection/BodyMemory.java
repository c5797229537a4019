// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The memory of all bodies that have come and are not yet answered, in bytes. Safe for many threads. */
final class BodyMemory {
    private static final long USUAL = 32 << 20;
    private static final long LEAST_BODIES = 4;

    private final long most;
    private final Map<String, Long> held = new HashMap<>();

    /** Holds 32 MiB, or a few bodies of the greatest length where that is more; one client half of it. */
    BodyMemory(int longestBody) {
        this.most = Math.max(USUAL, LEAST_BODIES * longestBody);
    }

    /** Whether all clients together hold less than the bound, with so many bytes more. */
    synchronized boolean fits(int bytes) {
        return all() + bytes <= most;
    }

    /** Takes bytes for a client; if that is more than a client may hold, none, and says so. */
    synchronized Optional<String> take(String client, int bytes) {
        long own = held.getOrDefault(client, 0L) + bytes;
        if (own > most / 2) {
            return Optional.of("Bodies of yours hold %,d bytes, which is the most for one client. Wait for an answer."
                    .formatted(most / 2));
        }
        held.put(client, own);
        return Optional.empty();
    }

    synchronized void give(String client, int bytes) {
        held.computeIfPresent(client, (name, own) -> own <= bytes ? null : Long.valueOf(own - bytes));
    }

    /** Bytes held for all clients. */
    synchronized long all() {
        return held.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What a client is told whose body must make room. */
    String full() {
        return "Bodies that the server waits for hold %,d bytes, which is the most. Send it again, in one go."
                .formatted(most);
    }
}
