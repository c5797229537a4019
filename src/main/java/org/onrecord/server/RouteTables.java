// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.onrecord.http.Body;
import org.onrecord.http.ProblemPages;
import org.onrecord.http.ProblemReply;
import org.onrecord.http.Reply;
import org.onrecord.http.Route;
import org.onrecord.http.RouteTable;
import org.onrecord.release.Release;
import org.onrecord.site.Website;
import org.onrecord.sparql.EndpointSettings;
import org.onrecord.sparql.GraphStore;
import org.onrecord.sparql.SparqlEndpoint;

/**
 * Creates the routes of a release.
 *
 * @param endpoint settings of SPARQL endpoints
 * @param metrics of the process
 * @param overwritten whether the program's jar was overwritten
 */
record RouteTables(EndpointSettings endpoint, Metrics metrics, BooleanSupplier overwritten) {
    /** The routes of a release without pages. */
    RouteTable of(Release release) {
        SparqlEndpoint sparql = new SparqlEndpoint(release, endpoint);
        Map<String, Route> routes = common(release, new Health.State(Optional.empty(), Optional::empty), sparql);
        routes.put("/sparql", sparql.route(sparql));
        Map<String, Route> problems = Map.of("/problems/*", Route.get("problems", ProblemPages.PLAIN::reply));
        return new RouteTable(
                release.hash(),
                Set.of(release.hash()),
                release.dataset(),
                routes,
                CompletableFuture.completedFuture(problems),
                ProblemReply::html,
                "");
    }

    /** The routes of a release with its site. Those of pages are created in the background. */
    RouteTable of(Website site) {
        Release release = site.release();
        SparqlEndpoint sparql = new SparqlEndpoint(release, endpoint);
        Map<String, Route> routes = common(
                release,
                new Health.State(site.refused(), site.settings().chain().lag()),
                sparql);
        routes.put("/sparql", site.sparql(sparql));
        return new RouteTable(
                release.hash(),
                site.settings().chain().releases(release.hash()),
                release.dataset(),
                routes,
                CompletableFuture.supplyAsync(() -> site.routes(sparql)),
                site::page,
                site.settings().origin().path());
    }

    private Map<String, Route> common(Release release, Health.State state, SparqlEndpoint sparql) {
        Health health = new Health(release, endpoint.guard(), overwritten, state);
        Map<String, Route> routes = new LinkedHashMap<>();
        routes.put("/data", Route.get("data", new GraphStore(release, sparql)));
        routes.put("/health/live", Route.get("live", request -> health.live()));
        routes.put("/health/ready", Route.get("ready", request -> health.ready()));
        routes.put("/metrics", Route.get("metrics", request -> text(metrics.text())));
        return routes;
    }

    private static Reply text(String metrics) {
        return Reply.of(200, "text/plain;version=0.0.4;charset=utf-8", Body.of(metrics))
                .with("Cache-Control", "no-store");
    }
}
