// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The door: how many queries are under way, in all and for each client. Safe for many threads. */
final class Admission {
    private final Limits limits;
    private final AtomicInteger running = new AtomicInteger();
    private final Map<String, Integer> clients = new ConcurrentHashMap<>();

    Admission(Limits limits) {
        this.limits = limits;
    }

    /** Lets a client's query in, or says why not. */
    Optional<Refusal> enter(String client) {
        if (running.incrementAndGet() > limits.queries()) {
            running.decrementAndGet();
            return Optional.of(new Refusal(
                    Refusal.Kind.BUSY,
                    "The server is answering %d queries, which is the most it does at a time. Ask again in a few seconds."
                            .formatted(limits.queries())));
        }
        if (clients.merge(client, 1, Integer::sum) > limits.perClient()) {
            leave(client);
            return Optional.of(new Refusal(
                    Refusal.Kind.CLIENT,
                    "%d queries of yours are under way, which is the most one client may have. Wait for an answer before you ask the next."
                            .formatted(limits.perClient())));
        }
        return Optional.empty();
    }

    void leave(String client) {
        running.decrementAndGet();
        clients.computeIfPresent(client, (name, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    int running() {
        return running.get();
    }
}
