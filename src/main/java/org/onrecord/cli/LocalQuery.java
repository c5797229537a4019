// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.time.Duration;
import java.util.List;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.guard.Budget;
import org.onrecord.guard.Limits;
import org.onrecord.guard.RefusedException;
import org.onrecord.guard.engine.GuardedExecution;
import org.onrecord.guard.engine.Inspection;
import org.onrecord.guard.engine.Services;
import org.onrecord.query.Answer;
import org.onrecord.release.Release;
import org.onrecord.source.Reason;

/** Runs queries locally. Only allowed endpoints are called. */
final class LocalQuery {
    /** Limits for queries run locally. */
    private static final Limits LIMITS = new Limits(
            Duration.ofHours(1),
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            Runtime.getRuntime().maxMemory() / 2,
            Limits.DEFAULTS.queries(),
            Limits.DEFAULTS.perClient(),
            Limits.DEFAULTS.stuck());

    private LocalQuery() {}

    /**
     * Runs a query.
     *
     * @param allowed the allowed SERVICE endpoints, see {@link Services#of}
     * @throws CommandException if the query is not allowed, or an endpoint fails
     */
    static Answer ask(Query query, Release release, List<String> allowed) {
        Services services = Services.of(allowed);
        services.enable();
        try (Budget budget = Budget.standalone(LIMITS)) {
            Inspection inspected = Inspection.of(query, services);
            return allowed.isEmpty()
                    ? Answer.of(query, release.dataset())
                    : Answer.of(query, GuardedExecution.of(inspected, release.dataset(), budget, services));
        } catch (RefusedException e) {
            throw new CommandException(ExitCode.USAGE, "The query cannot be run: " + Reason.of(e));
        } catch (QueryExceptionHTTP | HttpException e) {
            throw new CommandException(ExitCode.OUTSIDE, "A SERVICE endpoint failed: " + Reason.of(e));
        } catch (QueryException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "The query cannot be run: " + Reason.of(e) + "; use --endpoint to query another endpoint");
        } finally {
            Services.NONE.enable();
        }
    }
}
