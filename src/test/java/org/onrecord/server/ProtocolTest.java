// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** SPARQL 1.1 Protocol and Service Description, section by section. */
class ProtocolTest extends OneServer {
    /** 2.1.1 to 2.1.3. */
    @Nested
    class QueryOperation {
        @Test
        void viaGet() {
            assertThat(client.query("ASK { ?s ?p ?o }").body()).contains("true");
        }

        @Test
        void viaUrlEncodedPost() {
            HttpResponse<String> answer = client.post(
                    "application/x-www-form-urlencoded; charset=UTF-8", "query=" + Client.encode("ASK { ?s ?p ?o }"));
            assertThat(answer.body()).contains("true");
        }

        @Test
        void viaPostDirectly() {
            assertThat(client.post("application/sparql-query", "ASK { ?s ?p ?o }")
                            .body())
                    .contains("true");
        }

        @Test
        void needsExactlyOneQuery() {
            assertThat(client.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").statusCode())
                    .isEqualTo(400);
            assertThat(client.get("/sparql?query=").statusCode()).isEqualTo(400);
            assertThat(client.post("application/x-www-form-urlencoded", "a=b").statusCode())
                    .isEqualTo(400);
            assertThat(client.send(client.request("/sparql?query=ASK%7B%7D")
                                    .header("Content-Type", "application/sparql-query")
                                    .POST(HttpRequest.BodyPublishers.ofString("ASK {}")))
                            .statusCode())
                    .isEqualTo(400);
        }

        @Test
        void isReadAsUtf8AndNothingElse() {
            assertThat(client.query("ASK { BIND('Ժողով' AS ?x) FILTER(STRLEN(?x) = 5) }")
                            .body())
                    .contains("true");
            assertThat(client.get("/sparql?query=ASK%7B%7D%23%ff").statusCode()).isEqualTo(400);
            assertThat(client.post("application/sparql-query;charset=utf-16", "ASK {}")
                            .statusCode())
                    .isEqualTo(415);
        }
    }

    /** 2.1.4. */
    @Nested
    class RdfDataset {
        @Test
        void isTheDefaultGraphUnlessNamed() {
            assertThat(ask("ASK { ?s <http://example.org/in> ?o }", "")).isFalse();
            assertThat(ask("ASK { GRAPH ?g { ?s <http://example.org/in> ?o } }", ""))
                    .isTrue();
        }

        @Test
        void canBeNamedByTheRequest() {
            String graph = "&default-graph-uri=" + Client.encode("http://example.org/graph");
            assertThat(ask("ASK { <http://example.org/s0> <http://example.org/in> ?o }", graph))
                    .isTrue();
            assertThat(ask("ASK { ?s <http://example.org/next> ?o }", graph)).isFalse();
        }

        @Test
        void isTheUsualOneIfTheRequestNamesAnEmptyText() {
            assertThat(ask("ASK { ?s <http://example.org/next> ?o }", "&default-graph-uri="))
                    .isTrue();
            assertThat(ask("ASK { GRAPH ?g { ?s ?p ?o } }", "&default-graph-uri=&named-graph-uri="))
                    .isTrue();
        }

        @Test
        void mergesSeveralDefaultGraphs() {
            String graphs = "&default-graph-uri=" + Client.encode("http://example.org/graph") + "&default-graph-uri="
                    + Client.encode("http://example.org/other");
            assertThat(ask("ASK { <http://example.org/s0> ?p ?o . <http://example.org/s1> ?q ?r }", graphs))
                    .isTrue();
        }

        @Test
        void hasOnlyTheNamedGraphsThatTheRequestNames() {
            String named = "&named-graph-uri=" + Client.encode("http://example.org/graph");
            assertThat(ask("ASK { GRAPH <http://example.org/graph> { ?s ?p ?o } }", named))
                    .isTrue();
            assertThat(ask("ASK { GRAPH <http://example.org/other> { ?s ?p ?o } }", named))
                    .isFalse();
        }

        @Test
        void namedByTheRequestWinsOverTheQuerys() {
            String graph = "&default-graph-uri=" + Client.encode("http://example.org/graph");
            assertThat(ask("ASK FROM <http://example.org/other> { <http://example.org/s0> ?p ?o }", graph))
                    .isTrue();
            assertThat(ask("ASK FROM <http://example.org/other> { <http://example.org/s1> ?p ?o }", ""))
                    .isTrue();
        }

        @Test
        void canBeNamedBesideAQuerySentDirectly() {
            HttpResponse<String> answer =
                    client.send(client.request("/sparql?default-graph-uri=" + Client.encode("http://example.org/graph"))
                            .header("Content-Type", "application/sparql-query")
                            .POST(HttpRequest.BodyPublishers.ofString("ASK { <http://example.org/s0> ?p ?o }")));
            assertThat(answer.body()).contains("true");
        }

        private boolean ask(String query, String more) {
            HttpResponse<String> answer = client.get("/sparql?query=" + Client.encode(query) + more);
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body().contains("true");
        }
    }

    /** SPARQL 1.1 Service Description. */
    @Nested
    class Description {
        @Test
        void isGivenToAnRdfClientThatAsksNothing() {
            HttpResponse<String> answer = client.get("/sparql", "Accept", "text/turtle");
            assertThat(answer.statusCode()).isEqualTo(200);
            Graph graph = GraphMemFactory.createDefaultGraph();
            RDFParser.fromString(answer.body(), Lang.TURTLE).parse(graph);
            assertThat(answer.body()).contains("sd:Service", "http://example.org/graph");
            assertThat(client.get("/sparql", "Accept", "application/rdf+xml").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void countsTheTriplesOfEachGraphAsAQueryDoes() {
            Graph description = GraphMemFactory.createDefaultGraph();
            RDFParser.fromString(client.get("/sparql", "Accept", "text/turtle").body(), Lang.TURTLE)
                    .parse(description);
            assertThat(counted(description, "?dataset sd:defaultGraph ?counted BIND ('' AS ?name)"))
                    .isEqualTo(client.query(
                                    "SELECT ('' AS ?name) (COUNT(*) AS ?triples) { ?s ?p ?o }", "Accept", "text/csv")
                            .body());
            assertThat(counted(description, "?dataset sd:namedGraph [ sd:name ?name ; sd:graph ?counted ]"))
                    .isEqualTo(client.query(
                                    "SELECT ?name (COUNT(*) AS ?triples) { GRAPH ?name { ?s ?p ?o } } GROUP BY ?name ORDER BY ?name",
                                    "Accept",
                                    "text/csv")
                            .body());
        }

        private static String counted(Graph description, String pattern) {
            String query = "SELECT ?name ?triples { ?dataset a sd:Dataset, void:Dataset ; void:sparqlEndpoint ?here . "
                    + pattern + " . ?counted a sd:Graph ; void:triples ?triples } ORDER BY ?name";
            return csv(description, query);
        }

        private static String csv(Graph description, String select) {
            String query = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>"
                    + " PREFIX void: <http://rdfs.org/ns/void#> " + select;
            ByteArrayOutputStream csv = new ByteArrayOutputStream();
            try (QueryExec execution = QueryExec.graph(description).query(query).build()) {
                ResultsWriter.create().lang(ResultSetLang.RS_CSV).write(csv, execution.select());
            }
            return csv.toString(StandardCharsets.UTF_8);
        }

        @Test
        void countsTheTriplesOfEachPropertyAndTheInstancesOfEachClass() {
            assertThat(partitions("void:propertyPartition [ void:property ?term ; void:triples ?number ]"))
                    .isEqualTo(counts("?s ?term ?o"));
            assertThat(partitions("void:classPartition [ void:class ?term ; void:entities ?number ]"))
                    .isEqualTo(counts("?s a ?term"));
        }

        private String counts(String pattern) {
            return client.query(
                            "SELECT ?term (COUNT(*) AS ?number) { " + pattern + " } GROUP BY ?term ORDER BY ?term",
                            "Accept",
                            "text/csv")
                    .body();
        }

        private String partitions(String pattern) {
            Graph description = GraphMemFactory.createDefaultGraph();
            RDFParser.fromString(client.get("/sparql", "Accept", "text/turtle").body(), Lang.TURTLE)
                    .parse(description);
            return csv(
                    description,
                    "SELECT ?term ?number { ?service sd:defaultDataset ?data . ?data " + pattern + " } ORDER BY ?term");
        }

        @Test
        void isNotGivenToABrowser() {
            HttpResponse<String> answer = client.get("/sparql", "Accept", "text/html,*/*;q=0.8");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        }
    }
}
