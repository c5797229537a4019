// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.guard.Guard;
import org.onrecord.guard.Limits;
import org.onrecord.guard.engine.Services;
import org.onrecord.sparql.EndpointSettings;
import org.onrecord.sparql.RequestReader;
import org.onrecord.sparql.SparqlEndpoint;

/** HEAD and OPTIONS at every route of the site. */
class MethodsTest {
    /** An address of each route of more than one. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("/id/**", "/id/person/joren-hask"),
            Map.entry("/doc/**", "/doc/person/joren-hask"),
            Map.entry("/code/**", "/code/form/direct"),
            Map.entry("/graph/*", "/graph/articles-w.ttl"),
            Map.entry("/ontology/*", "/ontology/alignments"),
            Map.entry("/queries/*", "/queries/statements-of-an-actor.csv?actor=person/joren-hask"),
            Map.entry("/static/**", "/static/onrecord.css"),
            Map.entry("/problems/*", "/problems/syntax-error"),
            Map.entry("/dumps/*", "/dumps/onrecord.nt"),
            Map.entry("/search.*", "/search.json?q=peace"),
            Map.entry("/map.*", "/map.geojson"),
            Map.entry("/timeline.*", "/timeline.csv"),
            Map.entry("/network.*", "/network.csv"),
            Map.entry("/statements.*", "/statements.csv"),
            Map.entry("/changes.*", "/changes.json"));

    /** Those that the server adds to the site. */
    private static final List<String> OF_THE_SERVER = List.of(
            "/sparql", "/sparql?query=ASK%20%7B%7D", "/data?default", "/health/live", "/health/ready", "/metrics");

    private static final List<String> HEADERS = List.of(
            "Content-Type", "Content-Length", "Content-Encoding", "ETag", "Vary", "Location", "Link", "Cache-Control");

    private final RunningSite site = RunningSite.get();

    static Stream<String> addresses() {
        RunningSite running = RunningSite.get();
        try (Guard guard = new Guard(Limits.DEFAULTS)) {
            EndpointSettings settings =
                    new EndpointSettings(guard, Services.NONE, new RequestReader(1000), new Clients(false), "test");
            Map<String, Route> routes =
                    running.website().routes(new SparqlEndpoint(running.loaded().release(), settings));
            return Stream.concat(routes.keySet().stream().map(MethodsTest::address), OF_THE_SERVER.stream());
        }
    }

    private static String address(String route) {
        String usual = route.endsWith(".*") ? route.replace(".*", ".ttl") : route;
        String address = Objects.requireNonNull(EXAMPLES.getOrDefault(route, usual));
        assertThat(address).as("an example of the route").doesNotContain("*");
        return address;
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void answersHeadLikeGetAndOptionsWithWhatIsAllowed(String address) {
        HttpResponse<String> get = site.read(address);
        HttpResponse<String> head = site.method("HEAD", address);
        assertThat(get.statusCode()).isLessThan(400);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String header : HEADERS) {
            if (!header.equals("Content-Length") || !address.equals("/metrics")) {
                assertThat(head.headers().allValues(header))
                        .as(header)
                        .isEqualTo(get.headers().allValues(header));
            }
        }
        HttpResponse<String> options = site.method("OPTIONS", address);
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(RunningSite.header(options, "Allow"))
                .contains("GET")
                .contains("HEAD")
                .contains("OPTIONS");
        assertThat(RunningSite.header(options, "Access-Control-Allow-Methods"))
                .isEqualTo(RunningSite.header(options, "Allow"));
    }
}
