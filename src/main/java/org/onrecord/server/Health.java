// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
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
        return sick().orElseGet(() -> json(200, Json.createObjectBuilder().add("status", "live")));
    }

    /** 503 when readers should be sent elsewhere. */
    Reply ready() {
        return sick().orElseGet(this::state);
    }

    private Reply state() {
        if (!release.everything().contains(Node.ANY, Node.ANY, Node.ANY)) {
            return unavailable("not ready", "There are no data.");
        }
        JsonObjectBuilder state =
                Json.createObjectBuilder().add("status", "ready").add("stuckQueries", guard.stuck());
        refused.ifPresent(at -> state.add("changeRefused", at.toString()));
        return json(200, state);
    }

    private Optional<Reply> sick() {
        int stuck = guard.stuck();
        if (stuck >= guard.limits().stuck()) {
            return Optional.of(unavailable(
                    "sick: restart",
                    "%d threads of queries cannot be stopped; the limit is %d."
                            .formatted(stuck, guard.limits().stuck())));
        }
        return overwritten.getAsBoolean()
                ? Optional.of(unavailable(
                        "sick: restart", "The program's jar was overwritten while it runs. Replace it with mv."))
                : Optional.empty();
    }

    private static Reply unavailable(String status, String reason) {
        return json(503, Json.createObjectBuilder().add("status", status).add("reason", reason));
    }

    private static Reply json(int status, JsonObjectBuilder json) {
        return Reply.of(status, "application/json", Body.of(json.build() + "\n"))
                .with("Cache-Control", "no-store");
    }
}
