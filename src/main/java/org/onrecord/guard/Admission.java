// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Limits the number of running queries in total and per client. When the total is reached, the oldest query of the
 * client with the most queries is cancelled in favour of a client with at least two fewer. Thread-safe.
 */
final class Admission {
    private final Limits limits;
    private final Map<String, Deque<Query>> clients = new HashMap<>();

    Admission(Limits limits) {
        this.limits = limits;
    }

    /** Cancels an admitted query. Thread-safe. */
    interface Query extends Consumer<Refusal> {}

    /** Admits a query, or returns the reason for its rejection. */
    Optional<Refusal> enter(String client, Query query) {
        Query evictedQuery = null;
        synchronized (this) {
            int own = clients.getOrDefault(client, new ArrayDeque<>()).size();
            if (own >= limits.perClient()) {
                return Optional.of(new Refusal(
                        Refusal.Kind.CLIENT,
                        "You have %d running queries, the limit per client. Wait until one has finished."
                                .formatted(limits.perClient())));
            }
            if (running() >= limits.queries()) {
                Deque<Query> most = clients.values().stream()
                        .max(Comparator.comparingInt(Deque::size))
                        .orElseThrow();
                if (most.size() <= own + 1) {
                    return Optional.of(full());
                }
                evictedQuery = most.removeFirst();
            }
            clients.computeIfAbsent(client, name -> new ArrayDeque<>()).addLast(query);
        }
        if (evictedQuery != null) {
            evictedQuery.accept(evicted());
        }
        return Optional.empty();
    }

    /** Removes a finished query, unless it was already evicted. */
    synchronized void leave(String client, Query query) {
        Deque<Query> own = clients.getOrDefault(client, new ArrayDeque<>());
        own.remove(query);
        if (own.isEmpty()) {
            clients.remove(client);
        }
    }

    synchronized int running() {
        return clients.values().stream().mapToInt(Deque::size).sum();
    }

    private Refusal full() {
        return new Refusal(
                Refusal.Kind.BUSY,
                "The server is running %d queries, its limit. Retry in a few seconds.".formatted(limits.queries()));
    }

    private static Refusal evicted() {
        return new Refusal(
                Refusal.Kind.BUSY,
                "The query was cancelled in favour of another client, because you had the most running queries. Run fewer at a time.");
    }
}
