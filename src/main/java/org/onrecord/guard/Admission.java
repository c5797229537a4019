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
 * Admits queries, up to a number in all and for each client. When all places are taken, the oldest query of the client
 * that has the most is evictedQuery to make room for a client that has at least two fewer. Safe for many threads.
 */
final class Admission {
    private final Limits limits;
    private final Map<String, Deque<Query>> clients = new HashMap<>();

    Admission(Limits limits) {
        this.limits = limits;
    }

    /** Ends a query that was admitted, from any thread. */
    interface Query extends Consumer<Refusal> {}

    /** Admits a client's query, or says why not. */
    Optional<Refusal> enter(String client, Query query) {
        Query evictedQuery = null;
        synchronized (this) {
            int own = clients.getOrDefault(client, new ArrayDeque<>()).size();
            if (own >= limits.perClient()) {
                return Optional.of(new Refusal(
                        Refusal.Kind.CLIENT,
                        "%d queries of yours are under way, which is the most one client may have. Wait for an answer before you ask the next."
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

    /** Gives the place of a query back, unless it made room for another. */
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
                "The server is answering %d queries, which is the most it does at a time. Ask again in a few seconds."
                        .formatted(limits.queries()));
    }

    private static Refusal evicted() {
        return new Refusal(
                Refusal.Kind.BUSY,
                "The query was evictedQuery to make room for another client, because you had the most under way. Ask fewer at a time.");
    }
}
