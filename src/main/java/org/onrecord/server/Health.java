// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.onrecord.guard.Guard;
import org.onrecord.http.Body;
import org.onrecord.http.Reply;
import org.onrecord.release.Release;
import org.onrecord.release.chain.Lag;

/**
 * Liveness and readiness. Answers in constant time, without a query.
 *
 * @param release the current release
 * @param guard counts threads that cannot be stopped
 * @param overwritten whether the program's jar was overwritten
 * @param state what else readiness reports
 */
record Health(Release release, Guard guard, BooleanSupplier overwritten, State state) {
    /**
     * What readiness reports and does not depend on.
     *
     * @param refused the time at which the last change of the files was refused, if it was
     * @param lag how far the server is behind the one that it follows, if it follows one
     */
    record State(Optional<Instant> refused, Supplier<Optional<Lag>> lag) {}

    /** Liveness: 503 if the process must be restarted. */
    Reply live() {
        return sick().orElseGet(() -> json(200, JSON.createObjectBuilder().add("status", "live")));
    }

    /** Readiness: 503 if no requests should be sent here. */
    Reply ready() {
        return sick().orElseGet(this::readiness);
    }

    private Reply readiness() {
        if (!release.everything().contains(Node.ANY, Node.ANY, Node.ANY)) {
            return unavailable("not ready", "There are no data.");
        }
        JsonObjectBuilder ready =
                JSON.createObjectBuilder().add("status", "ready").add("stuckQueries", guard.stuck());
        state.refused().ifPresent(at -> ready.add("changeRefused", at.toString()));
        state.lag().get().ifPresent(lag -> ready.add("follows", json(lag)));
        return json(200, ready);
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

    private static JsonObjectBuilder json(Lag lag) {
        JsonObjectBuilder follows = JSON.createObjectBuilder()
                .add("source", lag.source())
                .add("lagReleases", lag.releases())
                .add("lagSeconds", lag.seconds());
        lag.problem().ifPresent(problem -> follows.add("problem", problem));
        return follows;
    }

    private static Reply unavailable(String status, String reason) {
        return json(503, JSON.createObjectBuilder().add("status", status).add("reason", reason));
    }

    private static Reply json(int status, JsonObjectBuilder json) {
        return Reply.of(status, "application/json", Body.of(json.build() + "\n"))
                .with("Cache-Control", "no-store");
    }
}
