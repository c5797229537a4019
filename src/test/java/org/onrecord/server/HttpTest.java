// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.Url;

/** Failures (SPARQL 1.1 Protocol, 2.1.7), and what RFC 9110 says of the rest. */
class HttpTest extends OneServer {
    private static final String ROWS = "SELECT * { ?s <http://example.org/next> ?o } ORDER BY ?s LIMIT 60";
    private static final String TRIPLES = "CONSTRUCT WHERE { ?s <http://example.org/next> ?o }";

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
            HttpResponse<String> head = client.method("HEAD", "/sparql?query=" + Url.encoded(ROWS));
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            for (String header : new String[] {"Content-Type", "Content-Length", "ETag", "Vary"}) {
                assertThat(head.headers().firstValue(header))
                        .isEqualTo(get.headers().firstValue(header));
            }
        }

        @Test
        void answersHeadOfWhatIsCompressedLikeGet() {
            String[] gzip = {"Accept-Encoding", "gzip"};
            HttpResponse<String> head = client.method("HEAD", "/sparql?query=" + Url.encoded(ROWS), gzip);
            assertThat(head.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(head.headers().firstValue("Content-Length"))
                    .isEqualTo(client.query(ROWS, gzip).headers().firstValue("Content-Length"));
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
        @DisplayName("the same query again => the same answer, by Accept, and 304 to its ETag")
        void answersARepeatedQuery() {
            String query = "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 3";
            HttpResponse<String> json = client.query(query, "Accept", "application/sparql-results+json");
            HttpResponse<String> csv = client.query(query, "Accept", "text/csv");
            assertThat(csv.body()).isNotEqualTo(json.body());
            for (HttpResponse<String> first : List.of(json, csv)) {
                String type = first.headers().firstValue("Content-Type").orElseThrow();
                HttpResponse<String> again = client.query(query, "Accept", type);
                assertThat(again.body()).isEqualTo(first.body());
                assertThat(again.headers().firstValue("Content-Type")).contains(type);
                String tag = first.headers().firstValue("ETag").orElseThrow();
                assertThat(again.headers().firstValue("ETag")).contains(tag);
                assertThat(client.query(query, "Accept", type, "If-None-Match", tag)
                                .statusCode())
                        .isEqualTo(304);
                assertThat(client.query(query, "Accept", type, "If-None-Match", "\"other\"")
                                .body())
                        .isEqualTo(first.body());
            }
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
                            client.request("/sparql?query=" + Url.encoded(ROWS), "Accept-Encoding", "gzip")
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
            HttpResponse<String> answer = client.get("/sparql?timeout=0.2&query=" + Url.encoded(endless));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("0.2 s");
            assertThat(client.get("/sparql?timeout=9999&query=" + Url.encoded(endless))
                            .body())
                    .contains("1.5 s");
            assertThat(client.get("/sparql?timeout=-1&query=ASK%7B%7D").statusCode())
                    .isEqualTo(400);
            assertThat(client.get("/sparql?timeout=x&query=ASK%7B%7D").statusCode())
                    .isEqualTo(400);
        }
    }
}
