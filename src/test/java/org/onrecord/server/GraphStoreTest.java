// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.Url;

/** The reads of the SPARQL 1.1 Graph Store HTTP Protocol. */
@DisplayName("/data")
class GraphStoreTest extends OneServer {
    private static final DatasetGraph DATASET = Fixture.dataset();
    private static final String NAMED = "/data?graph=" + Url.encoded(Fixture.EX + "graph");

    @ParameterizedTest
    @CsvSource({
        "text/turtle, TURTLE",
        "application/n-triples, N-TRIPLES",
        "application/rdf+xml, RDF/XML",
        "application/ld+json, JSON-LD"
    })
    void returnsANamedGraphInTheAcceptedFormat(String type, String language) {
        HttpResponse<String> answer = client.get(NAMED, "Accept", type);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(value -> assertThat(value).startsWith(type));
        Graph expected = DATASET.getGraph(NodeFactory.createURI(Fixture.EX + "graph"));
        assertThat(parsed(answer.body(), language).isIsomorphicWith(expected)).isTrue();
    }

    @Test
    void returnsTheFormatOfTheParameter() {
        HttpResponse<String> answer = client.get(NAMED + "&format=nt", "Accept", "text/turtle");
        assertThat(answer.body()).isEqualTo("<%1$ss0> <%1$sin> <%1$sgraph> .\n".formatted(Fixture.EX));
    }

    @Test
    void returnsTheDefaultGraphOnlyWithinTheLimitOfRows() {
        HttpResponse<String> answer = client.get("/data?default");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("more than 1,000 rows");
        try (ReadServer large = ReadServer.start(Fixture.release(), ServerOptions.at(new Address("127.0.0.1", 0)))) {
            String all = new Client(large)
                    .get("/data?default", "Accept", "text/turtle")
                    .body();
            assertThat(parsed(all, "TURTLE").isIsomorphicWith(DATASET.getDefaultGraph()))
                    .isTrue();
        }
    }

    @Test
    void returns304WhenETagMatches() {
        String tag = client.get(NAMED).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = client.get(NAMED, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
        assertThat(again.headers().firstValue("Onrecord-Release")).contains(server.release());
    }

    @Test
    void answersHeadWithTheHeadersOfGet() {
        HttpResponse<String> get = client.get(NAMED);
        HttpResponse<String> head = client.method("HEAD", NAMED);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String header : List.of("Content-Type", "Content-Length", "ETag", "Cache-Control")) {
            assertThat(head.headers().firstValue(header))
                    .isPresent()
                    .isEqualTo(get.headers().firstValue(header));
        }
    }

    @ParameterizedTest(name = "{0} => {1}, {2}")
    @CsvSource({
        "/data, 400, No graph is asked for",
        "/data?default&graph=http%3A%2F%2Fexample.org%2Fgraph, 400, Two graphs",
        "/data?graph=other, 400, absolute IRI",
        "/data?graph=%3Cx%3E, 400, absolute IRI",
        "/data?graph=urn%3Ax%3Aa&graph=urn%3Ax%3Ab, 400, give it once",
        "/data?graph=http%3A%2F%2Fexample.org%2Fnone, 404, no graph 'http://example.org/none'",
        "/data?default&format=png, 406, turtle",
        "/data/other, 404, nothing at"
    })
    void refusesWithAProblem(String path, int status, String detail) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json;charset=utf-8");
        assertThat(answer.body()).contains(detail);
    }

    @Test
    void returns406ForAMediaTypeThatIsNotRdf() {
        assertThat(client.get(NAMED, "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
    void returns405ForWrites(String method) {
        HttpResponse<String> answer = client.method(method, NAMED);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void sendsNoHeadersOfFuseki() {
        for (String path : List.of(NAMED, "/sparql?query=ASK%7B%7D", "/data", "/health/live")) {
            assertThat(client.get(path).headers().map()).doesNotContainKey("fuseki-request-id");
        }
    }

    private static Graph parsed(String text, String language) {
        return RDFParser.fromString(text, RDFLanguages.nameToLang(language)).toGraph();
    }
}
