// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The memory of all received bodies, in bytes. Thread-safe. */
final class BodyMemory {
    private static final long USUAL = 32 << 20;
    private static final long LEAST_BODIES = 4;

    private final long most;
    private final Map<String, Long> held = new HashMap<>();

    /** The limit is 32 MiB, or four bodies of maximum length if that is more; half of it for one client. */
    BodyMemory(int longestBody) {
        this.most = Math.max(USUAL, LEAST_BODIES * longestBody);
    }

    /** Whether so many bytes more are within the total limit. */
    synchronized boolean fits(int bytes) {
        return all() + bytes <= most;
    }

    /** Reserves bytes for a client; returns an error message if the limit of the client is exceeded. */
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

    /** Total number of bytes. */
    synchronized long all() {
        return held.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The error message for a body that is evicted. */
    String full() {
        return "Bodies that the server waits for hold %,d bytes, which is the most. Send it again, in one go."
                .formatted(most);
    }
}
