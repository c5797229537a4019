// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SPARQL 1.1 Protocol, section by section, and what RFC 9110 says of the rest. */
class ProtocolTest {
    private static final String ROWS = "SELECT * { ?s <http://example.org/next> ?o } ORDER BY ?s LIMIT 60";
    private static final String TRIPLES = "CONSTRUCT WHERE { ?s <http://example.org/next> ?o }";

    private static ReadServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = Fixture.start();
        client = new Client(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

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

    /** 2.1.5 and 2.1.6. */
    @Nested
    class Negotiation {
        @ParameterizedTest(name = "rows for Accept: {0} => {1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "*/* | application/sparql-results+json",
                    "application/sparql-results+json | application/sparql-results+json",
                    "application/json | application/json",
                    "application/sparql-results+xml | application/sparql-results+xml",
                    "text/csv | text/csv;charset=utf-8",
                    "text/tab-separated-values | text/tab-separated-values;charset=utf-8",
                    "text/csv;q=0.5, application/sparql-results+xml;q=0.9 | application/sparql-results+xml",
                    "text/csv;q=0, */*;q=0.1 | application/sparql-results+json",
                    "text/* | text/csv;charset=utf-8",
                    "TEXT/CSV | text/csv;charset=utf-8",
                    "image/png, */*;q=0.01 | application/sparql-results+json",
                    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | application/sparql-results+json",
                    "text/turtle;q=1, application/sparql-results+json;q=0.2 | application/sparql-results+json"
                })
        void ofRows(String accept, String type) {
            HttpResponse<String> answer = client.query(ROWS, "Accept", accept);
            assertThat(answer.headers().firstValue("Content-Type")).contains(type);
            assertThat(answer.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
        }

        @ParameterizedTest(name = "graphs for Accept: {0} => {1}")
        @CsvSource({
            "*/*, text/turtle",
            "text/turtle, text/turtle",
            "application/n-triples, application/n-triples",
            "application/ld+json, application/ld+json",
            "application/rdf+xml, application/rdf+xml",
            "application/trig, application/trig",
            "application/n-quads, application/n-quads"
        })
        void ofGraphs(String accept, String type) {
            HttpResponse<String> answer = client.query(TRIPLES, "Accept", accept);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
            Graph graph = GraphMemFactory.createDefaultGraph();
            Lang lang = RDFLanguages.contentTypeToLang(type);
            RDFParser.fromString(answer.body(), lang).parse(graph);
            assertThat(graph.size()).isEqualTo(600);
        }

        @ParameterizedTest(name = "format={0} => {1}")
        @CsvSource({
            "json, application/sparql-results+json",
            "xml, application/sparql-results+xml",
            "csv, text/csv;charset=utf-8",
            "tsv, text/tab-separated-values;charset=utf-8",
            "text, text/plain;charset=utf-8"
        })
        void byParameter(String format, String type) {
            HttpResponse<String> answer =
                    client.get("/sparql?format=" + format + "&query=" + Client.encode(ROWS), "Accept", "image/png");
            assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        }

        @Test
        void refusesWhatItCannotWrite() {
            assertThat(client.query(ROWS, "Accept", "text/turtle").statusCode()).isEqualTo(406);
            assertThat(client.query(TRIPLES, "Accept", "text/csv").statusCode()).isEqualTo(406);
            assertThat(client.query("ASK {}", "Accept", "text/csv").statusCode())
                    .isEqualTo(406);
            assertThat(client.query(ROWS, "Accept", "*/*;q=0").statusCode()).isEqualTo(406);
            String unwritable = "CONSTRUCT { <urn:a> <http://example.org/1> <urn:b> } WHERE {}";
            assertThat(client.query(unwritable, "Accept", "application/rdf+xml").statusCode())
                    .isEqualTo(406);
        }
    }

    /** 2.1.7: failures; the rest of HTTP. */
    @Nested
    class Http {
        @Test
        void namesLineAndColumnOfASyntaxError() {
            HttpResponse<String> answer = client.query("SELECT *\n{ ?s ?p }");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"line\": 2", "\"column\": 9", "Line 2, column 9: '}' is not expected");
        }

        @ParameterizedTest(name = "{0} => {1}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "SELECT * { ?s ?p ?o FILTER(foo(?o)) } | Line 1, column 31: '(' is not expected here, after 'foo'.",
                    "SELECT * { ?s ~ ?o } | Line 1, column 15: '~' is not expected here.",
                    "SELECT * { ?s a 'x } | Line 1, column 21: the query ends in the middle of a word, after ''x }'.",
                    "SELECT * { ?s ?p ?o | Line 1, column 19: the query ends too early.",
                    "SELEC * { ?s ?p ?o } | Line 1, column 6: ' ' is not expected here, after 'SELEC'.",
                    "SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o } | Non-group key variable in SELECT: ?s"
                })
        void saysInOneLineWhatIsWrong(String query, String detail) {
            assertThat(client.query(query).body()).contains(detail);
        }

        @Test
        void writesNoXmlThatIsNone() {
            String control = "SELECT ('a\\u0001b' AS ?x) {}";
            assertThat(client.query(control, "Accept", "application/sparql-results+xml")
                            .statusCode())
                    .isEqualTo(406);
            assertThat(client.query(control).statusCode()).isEqualTo(200);
        }

        @Test
        void namesTheNearestPrefix() {
            assertThat(client.query("SELECT * { ?s re:speaker ?o }").body())
                    .contains("'re:' is not declared", "rec: <https://w3id.org/onrecord/ontology#>");
            assertThat(client.query("SELECT * { ?s rec:speaker ?o }").body()).contains("PREFIX rec: <");
        }

        @Test
        void explainsEachProblem() {
            String type = client.query("SELECT").body().replaceAll("(?s).*\"type\": \"([^\"]+)\".*", "$1");
            assertThat(client.get(type).statusCode()).isEqualTo(200);
            assertThat(client.get(type, "Accept", "application/json").body()).contains("\"remedy\"");
            assertThat(client.get(type, "Accept", "text/plain").body()).contains("HTTP status 400");
        }

        @Test
        void answersHeadLikeGetWithoutABody() {
            HttpResponse<String> get = client.query(ROWS);
            HttpResponse<String> head = client.method("HEAD", "/sparql?query=" + Client.encode(ROWS));
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (String header : new String[] {"Content-Type", "Content-Length", "ETag", "Vary"}) {
                assertThat(head.headers().firstValue(header))
                        .isEqualTo(get.headers().firstValue(header));
            }
        }

        @Test
        void answersPreflight() {
            HttpResponse<String> answer = client.method(
                    "OPTIONS", "/sparql", "Origin", "https://a.example", "Access-Control-Request-Method", "POST");
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers()
                            .firstValue("Access-Control-Allow-Methods")
                            .orElse(""))
                    .contains("POST");
            assertThat(answer.headers()
                            .firstValue("Access-Control-Allow-Headers")
                            .orElse(""))
                    .contains("Content-Type");
            assertThat(answer.headers().firstValue("Allow")).contains("GET, POST, HEAD, OPTIONS");
        }

        @Test
        void sendsAnAnswerOnce() {
            String tag = client.query(ROWS).headers().firstValue("ETag").orElseThrow();
            assertThat(tag).startsWith("W/\"");
            HttpResponse<String> again = client.query(ROWS, "If-None-Match", "\"x\", " + tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
            assertThat(client.query(ROWS, "If-None-Match", "*").statusCode()).isEqualTo(304);
            assertThat(client.query(ROWS, "If-None-Match", "\"x\"").statusCode())
                    .isEqualTo(200);
            assertThat(client.query(ROWS, "If-None-Match", tag, "Accept", "text/csv")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(client.query(TRIPLES, "If-None-Match", tag).statusCode()).isEqualTo(200);
        }

        @Test
        void knowsOneQueryInTwoSpellings() {
            assertThat(client.query("ASK{?s ?p ?o}").headers().firstValue("ETag"))
                    .isEqualTo(client.query("ASK   { ?s  ?p ?o . }").headers().firstValue("ETag"));
        }

        @ParameterizedTest(name = "{0} is not stored")
        @CsvSource({
            "SELECT (NOW() AS ?x) {}",
            "SELECT (RAND() AS ?x) {}",
            "SELECT (UUID() AS ?x) {}",
            "SELECT (STRUUID() AS ?x) {}",
            "SELECT (BNODE() AS ?x) {}",
            "SELECT * { ?s ?p ?o } ORDER BY RAND() LIMIT 1",
            "SELECT * { ?s ?p ?o FILTER EXISTS { FILTER(RAND() > 2) } }"
        })
        void letsNoChangingAnswerBeStored(String query) {
            HttpResponse<String> answer = client.query(query);
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }

        @Test
        void compressesWithATagOfItsOwn() throws IOException, InterruptedException {
            HttpResponse<byte[]> answer = java.net.http.HttpClient.newHttpClient()
                    .send(
                            client.request("/sparql?query=" + Client.encode(ROWS), "Accept-Encoding", "gzip")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            String plain = client.query(ROWS).body();
            assertThat(new String(
                            new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
                            StandardCharsets.UTF_8))
                    .isEqualTo(plain);
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(client.query(ROWS).headers().firstValue("ETag").orElseThrow())
                    .isNotEqualTo(tag);
            assertThat(client.query(ROWS, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }

        @Test
        void shortensTheTimeOnRequest() {
            String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
            HttpResponse<String> answer = client.get("/sparql?timeout=0.2&query=" + Client.encode(endless));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("0.2 s");
            assertThat(client.get("/sparql?timeout=9999&query=" + Client.encode(endless))
                            .body())
                    .contains("1.5 s");
            assertThat(client.get("/sparql?timeout=-1&query=ASK%7B%7D").statusCode())
                    .isEqualTo(400);
            assertThat(client.get("/sparql?timeout=x&query=ASK%7B%7D").statusCode())
                    .isEqualTo(400);
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
        void isNotGivenToABrowser() {
            HttpResponse<String> answer = client.get("/sparql", "Accept", "text/html,*/*;q=0.8");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        }
    }
}
