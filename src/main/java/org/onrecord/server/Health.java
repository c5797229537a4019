// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.time.Duration;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.onrecord.guard.Guard;
import org.onrecord.guard.Outcome;
import org.onrecord.guard.engine.GuardedExecution;
import org.onrecord.guard.engine.Services;
import org.onrecord.web.Body;
import org.onrecord.web.Reply;
import org.onrecord.web.sparql.Served;

/**
 * Whether the server lives, and whether it should be sent readers.
 *
 * @param served is asked a small query
 * @param guard runs it
 */
record Health(Served served, Guard guard) {
    private static final String SELF = "the server itself";
    private static final Query ANYTHING = QueryFactory.create("ASK { ?s ?p ?o }");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    Reply live() {
        return json(200, "{\"status\": \"live\"}\n");
    }

    /** The data are here and conform, or the server would not have been started. */
    Reply ready() {
        int stuck = guard.stuck();
        boolean answers = guard.run(SELF, PATIENCE, budget -> {
                            try (QueryExec execution =
                                    GuardedExecution.of(ANYTHING, served.dataset(), budget, Services.NONE)) {
                                return execution.ask();
                            }
                        })
                        instanceof Outcome.Done<Boolean> done
                && done.value();
        boolean ready = answers && stuck < guard.limits().stuck();
        return json(
                ready ? 200 : 503,
                "{\"status\": \"%s\", \"dataLoaded\": true, \"shapesConform\": true, \"selfQueryAnswered\": %s, \"stuckQueries\": %d}\n"
                        .formatted(ready ? "ready" : "not ready", answers, stuck));
    }

    private static Reply json(int status, String json) {
        return Reply.of(status, "application/json", Body.of(json)).with("Cache-Control", "no-store");
    }
}
