// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.onrecord.guard.Guard;
import org.onrecord.http.Body;
import org.onrecord.http.Reply;
import org.onrecord.release.Release;

/**
 * Whether the server lives, and whether it should be sent readers. Answers in the request's thread, in constant time,
 * without a place among the queries.
 *
 * @param release is served
 * @param guard knows how many threads cannot be stopped
 * @param overwritten whether the program's jar was overwritten
 * @param refused when the last change of the files was refused, if it was
 */
record Health(Release release, Guard guard, BooleanSupplier overwritten, Optional<Instant> refused) {
    /** 503 when only a restart helps. */
    Reply live() {
        return sick().map(reason -> status(503, "sick: restart", reason))
                .orElseGet(() -> json(200, "{\"status\": \"live\"}\n"));
    }

    /** 503 when readers should be sent elsewhere. */
    Reply ready() {
        Optional<String> sick = sick();
        if (sick.isPresent()) {
            return status(503, "sick: restart", sick.get());
        }
        String change = refused.map(at -> ", \"changeRefused\": \"" + at + "\"").orElse("");
        return release.everything().contains(Node.ANY, Node.ANY, Node.ANY)
                ? json(200, "{\"status\": \"ready\", \"stuckQueries\": %d%s}\n".formatted(guard.stuck(), change))
                : status(503, "not ready", "There are no data.");
    }

    private Optional<String> sick() {
        int stuck = guard.stuck();
        if (stuck >= guard.limits().stuck()) {
            return Optional.of("%d threads of queries cannot be stopped; the limit is %d."
                    .formatted(stuck, guard.limits().stuck()));
        }
        return overwritten.getAsBoolean()
                ? Optional.of("The program's jar was overwritten while it runs. Replace it with mv.")
                : Optional.empty();
    }

    private static Reply status(int status, String word, String reason) {
        return json(status, "{\"status\": \"%s\", \"reason\": \"%s\"}\n".formatted(word, reason));
    }

    private static Reply json(int status, String json) {
        return Reply.of(status, "application/json", Body.of(json)).with("Cache-Control", "no-store");
    }
}
