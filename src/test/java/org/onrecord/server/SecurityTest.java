// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.guard.engine.Services;

/** Threats from queries: each test is a row of the table of threats, against the running server. */
@DisplayName("attack by query => answer")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SecurityTest {
    private static final String EVERYTHING_CUBED = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i";
    private static final long SECONDS_ALLOWED = 4;

    private static ReadServer server;
    private static Client client;
    private static Trap trap;

    @BeforeAll
    static void start() {
        trap = new Trap("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        server = Fixture.start();
        client = new Client(server);
    }

    @AfterAll
    static void stop() {
        server.close();
        trap.close();
    }

    @ParameterizedTest(name = "SERVICE: {0} => 422, no request leaves")
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
                "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?s ?p ?o } }",
                "SELECT * { VALUES ?u { <URL> } SERVICE SILENT ?u { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } })",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } })",
                "SELECT (SUM(IF(EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } }, 1, 0)) AS ?n) { ?s ?p ?o }",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } })",
                "SELECT * { { SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } } } }",
                "SELECT * { ?s ?p ?o OPTIONAL { SERVICE SILENT <URL> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o MINUS { SERVICE SILENT <URL> { ?s ?p ?o } } }",
                "SELECT * { GRAPH ?g { SERVICE SILENT <URL> { ?s ?p ?o } } }",
                "SELECT (EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } } AS ?x) { }",
                "SELECT * { BIND(EXISTS { SERVICE SILENT <URL> { ?s ?p ?o } } AS ?x) }",
                "ASK { SERVICE SILENT <URL> { ?s ?p ?o } }",
                "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE SILENT <URL> { ?s ?p ?o } }",
                "DESCRIBE ?s { SERVICE SILENT <URL> { ?s ?p ?o } }"
            })
    void refusesService(String query) {
        HttpResponse<String> answer = client.query(query.replace("URL", trap.url()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("/problems/refused-feature");
        assertThat(trap.visitors()).isZero();
    }

    @ParameterizedTest(name = "FROM: {0} => not fetched, no rows")
    @ValueSource(
            strings = {
                "SELECT * FROM <URL> { ?s ?p ?o }",
                "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
                "SELECT * FROM <URL> FROM NAMED <URL> { GRAPH <URL> { ?s ?p ?o } }"
            })
    void fetchesNoGraph(String query) {
        HttpResponse<String> answer =
                client.query(query.replace("URL", trap.url()), "Accept", "text/tab-separated-values");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(1);
        assertThat(trap.visitors()).isZero();
    }

    @ParameterizedTest(name = "endless: {0} => 503 in time")
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { CUBE }",
                "SELECT * { CUBE } ORDER BY ?a",
                "SELECT DISTINCT * { CUBE FILTER(?a = ?nothing || ?c = ?h) }",
                "SELECT ?a { CUBE } GROUP BY ?a ?b ?c ?d ?e ?f ?g ?h ?i",
                "SELECT (COUNT(DISTINCT *) AS ?n) { CUBE }",
                "SELECT (GROUP_CONCAT(?a) AS ?n) { CUBE }",
                "SELECT (GROUP_CONCAT(DISTINCT CONCAT(STR(?a),STR(?d),STR(?g))) AS ?n) { CUBE }",
                "SELECT (MAX(CONCAT(STR(?a),STR(?d),STR(?g))) AS ?n) { CUBE }",
                "SELECT * { { ?a ?b ?c } { ?d ?e ?f } { ?g ?h ?i } FILTER(?a = ?nothing) }",
                "SELECT * { ?a ?b ?c MINUS { ?a ?y ?z . ?d ?e ?f . ?g ?h ?i } FILTER(?a = ?nothing) }",
                "ASK { CUBE FILTER(?a = ?nothing) }",
                "CONSTRUCT { ?a ?e ?i } WHERE { CUBE FILTER(?c = ?nothing) }",
                "DESCRIBE ?a { CUBE FILTER(false || ?c = ?nothing) }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { CUBE FILTER(?c = ?nothing) } FILTER(?p = ?nothing) }"
            })
    void endsEndlessQueries(String query) {
        long start = System.nanoTime();
        HttpResponse<String> answer = client.query(query.replace("CUBE", EVERYTHING_CUBED));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).containsAnyOf("time-limit", "working-memory");
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(seconds(start)).isLessThan(SECONDS_ALLOWED);
    }

    @ParameterizedTest(name = "heavy: {0} => an answer or 503, in time")
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a (<urn:x>|!<urn:x>)* ?b }",
                "SELECT (COUNT(*) AS ?n) { ?a ((<http://example.org/next>*)*)* ?b . ?b (!<urn:x>)* ?c }",
                "SELECT (COUNT(*) AS ?n) { ?x <http://example.org/text> ?t FILTER(REGEX(?t, '(a*)*b')) }",
                "SELECT (COUNT(*) AS ?n) { ?x <http://example.org/text> ?t FILTER(REGEX(?t, '(a|aa)+$')) }",
                "SELECT (REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a|aa)+$') AS ?n) { }",
                "SELECT (REPLACE('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a|aa)+$', 'x') AS ?n) { }",
                "SELECT * { ?x <http://example.org/text> ?t } ORDER BY REGEX(?t, '(a|aa)+$')",
                "SELECT * { ?x <http://example.org/text> ?t } ORDER BY (EXISTS { FILTER(REGEX(?t, '(a|aa)+$')) })",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER EXISTS { ?o ?q ?r FILTER EXISTS { ?r ?t ?u FILTER EXISTS { ?u ?v ?w . ?x ?y ?z FILTER(?z = ?w) } } } }"
            })
    void answersHeavyQueriesInTime(String query) {
        long start = System.nanoTime();
        HttpResponse<String> answer = client.query(query);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
        assertThat(seconds(start)).isLessThan(SECONDS_ALLOWED);
    }

    @Test
    @DisplayName("huge VALUES => an answer or 503, in time")
    void answersHugeValues() {
        String row = "1 ".repeat(40_000);
        long start = System.nanoTime();
        HttpResponse<String> answer = client.post(
                "application/sparql-query",
                "SELECT (COUNT(*) AS ?n) { VALUES ?a { %s } VALUES ?b { %s } }".formatted(row, row));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
        assertThat(seconds(start)).isLessThan(SECONDS_ALLOWED + 2);
    }

    @Test
    @DisplayName("Cartesian SELECT that streams => 422 with the limit and how to page, never a cut 200")
    void refusesTooManyRows() {
        HttpResponse<String> answer = client.query("SELECT * { " + EVERYTHING_CUBED + " }");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("too-many-rows", "1,000", "OFFSET");
    }

    @Test
    @DisplayName("an answer of too many bytes => 422 with the limit")
    void refusesTooManyBytes() {
        HttpResponse<String> answer = client.query("""
                SELECT ?s (REPLACE(REPLACE('aaaaaaaaaaaaaaaaaaaa', 'a', 'bbbbbbbbbbbbbbbbbbbb'), 'b', 'cccccccccc') AS ?x)
                { ?s <http://example.org/next> ?o }""");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("too-many-bytes", "1,048,576");
    }

    @ParameterizedTest(name = "memory bomb {0} => 4xx/503, heap under its bound")
    @ValueSource(
            strings = {
                "CONCAT(?x, ?x)",
                "REPLACE(?x, '.', '$0$0')",
                "ENCODE_FOR_URI(CONCAT(?x, ?x))",
                "UCASE(CONCAT(?x, SUBSTR(?x, 1)))"
            })
    void defusesMemoryBombs(String growth) {
        StringBuilder query = new StringBuilder("SELECT (STRLEN(?x30) AS ?n) { BIND('%%%%%%%%' AS ?x0) ");
        for (int i = 0; i < 30; i++) {
            query.append("BIND(%s AS ?x%d) ".formatted(growth.replace("?x", "?x" + i), i + 1));
        }
        HttpResponse<String> answer = client.query(query + "}");
        assertThat(answer.statusCode()).as(answer.body()).isIn(422, 503);
        assertThat(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory())
                .isLessThan(Runtime.getRuntime().maxMemory() / 2);
    }

    @ParameterizedTest(name = "separator {0}, a format to Jena => taken as it is written")
    @ValueSource(strings = {"%d", "%2000000000%", "\\u00252000000000%", "100 %", "%n%s"})
    void takesSeparatorsAsTheyAreWritten(String separator) {
        String query = "SELECT (GROUP_CONCAT(DISTINCT ?x; sePARator #'\n = \"\"\"" + separator
                + "\"\"\") AS ?y) (GROUP_CONCAT(?x; SEPARATOR='%%') AS ?z) { VALUES ?x { 1 2 } }";
        HttpResponse<String> answer = client.query(query, "Accept", "text/csv");
        assertThat(answer.body().lines().skip(1)).containsExactly("1" + separator.replace("\\u0025", "%") + "2,1%%2");
    }

    @Test
    @DisplayName("nesting: 3,000 {, 20,000 ( => 400 with line and column")
    void refusesDeepNesting() {
        for (String query : List.of(
                "SELECT * " + "{".repeat(3000) + "}".repeat(3000),
                "SELECT * { FILTER" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "}",
                "SELECT * { ?s ?p " + "[ ?p ".repeat(30_000) + "]".repeat(30_000) + "}",
                "SELECT * { FILTER(" + "!".repeat(50_000) + "true)}",
                "SELECT * { FILTER(" + "! ".repeat(50_000) + "true)}",
                "SELECT * { FILTER(" + "-".repeat(50_000) + "1)}")) {
            HttpResponse<String> answer = client.post("application/sparql-query", query);
            assertThat(answer.statusCode())
                    .as(query.substring(0, 30) + answer.body())
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName("long chains of operators => an answer, 400 or 503, never 500")
    void survivesLongChains() {
        for (String query : List.of(
                "SELECT * { FILTER(1" + "+1".repeat(100_000) + " > 0)}",
                "SELECT * { FILTER(true" + " || false".repeat(60_000) + ")}",
                "SELECT * { ?s <urn:a>" + "/<urn:a>".repeat(60_000) + " ?o }",
                "SELECT * { ?s <urn:a>" + "|<urn:a>".repeat(60_000) + " ?o }",
                "SELECT * { {}" + " UNION {}".repeat(60_000) + "}",
                "SELECT * { " + "OPTIONAL {?s ?p ?o} ".repeat(40_000) + "}",
                "SELECT * { " + "MINUS {?s ?p ?o} ".repeat(40_000) + "}",
                "SELECT * { " + "?s ?p ?o . ".repeat(60_000) + "}",
                "SELECT (CONCAT('a'" + ",'a'".repeat(100_000) + ") AS ?x) {}")) {
            HttpResponse<String> answer = client.post("application/sparql-query", query);
            assertThat(answer.statusCode())
                    .as(query.substring(0, 40) + answer.body())
                    .isIn(200, 400, 422, 503);
        }
        assertThat(client.query("ASK {}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "code by name: {0} => 422, no class loaded")
    @ValueSource(
            strings = {
                "SELECT * { FILTER(<java:TRAP>(1)) }",
                "PREFIX j: <java:org.onrecord.server.> SELECT * { FILTER(j:ClassTrap(1)) }",
                "SELECT * { ?s <java:TRAP> ?o }",
                "SELECT * { ?s (<java:TRAP>/<urn:x>)* ?o }",
                "SELECT * { ?s ^<java:TRAP> ?o }",
                "SELECT * { ?s !<java:TRAP> ?o }",
                "SELECT * { ?s ?p ?o } ORDER BY <java:TRAP>(?s)",
                "SELECT * { ?s ?p ?o FILTER EXISTS { FILTER(<java:TRAP>(?s)) } }",
                "SELECT (<java:TRAP>(COUNT(*)) AS ?n) { ?s ?p ?o }",
                "SELECT (SUM(<java:TRAP>(?o)) AS ?n) { ?s ?p ?o }",
                "SELECT ?x { ?s ?p ?o } GROUP BY (<java:TRAP>(?o) AS ?x)",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (<java:TRAP>(?s))",
                "SELECT * { FILTER(<http://jena.apache.org/ARQ/jsFunction#eval>('1')) }",
                "SELECT * { FILTER(<http://jena.apache.org/ARQ/function#e>(1)) }"
            })
    void loadsNoCode(String query) {
        HttpResponse<String> answer = client.query(query.replace("TRAP", "org.onrecord.server.ClassTrap"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(System.getProperty("onrecord.classTrap")).isNull();
    }

    @Test
    @DisplayName("worst queries of one client => other readers are answered within a second")
    void keepsOtherReadersQuick() {
        List<CompletableFuture<HttpResponse<String>>> attacks = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        client.query("SELECT (COUNT(*) AS ?n) { " + EVERYTHING_CUBED + " FILTER(?a != " + i + ") }")))
                .toList();
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(client.query("SELECT * { ?s ?p ?o } LIMIT 10").statusCode())
                    .isEqualTo(200);
        }
        assertThat(seconds(start)).isLessThan(20);
        attacks.forEach(attack -> assertThat(attack.join().statusCode()).isEqualTo(503));
    }

    @Test
    @DisplayName("CSV cells that begin = + - @ => defused by format=spreadsheet")
    void defusesFormulas() {
        String path = "/sparql?format=spreadsheet&query="
                + Client.encode("SELECT ?c { <http://example.org/hostile> <http://example.org/cell> ?c } ORDER BY ?c");
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body().lines().map(line -> line.replace("\"", "")))
                .anyMatch(line -> line.startsWith("'=HYPERLINK"))
                .contains("-5");
    }

    @Test
    @DisplayName("error text with non-Latin letters => problem+json in UTF-8")
    void writesErrorsInUtf8() {
        HttpResponse<String> answer = client.query("SELECT * { ?s Ժողովուրդ ?o }");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json;charset=utf-8");
        assertThat(client.query("SELECT * { ?s Ժ:ա ?o }").body()).contains("Ժ:");
    }

    @Test
    @DisplayName("<script> in a query, read by a browser => escaped")
    void escapesErrors() {
        HttpResponse<String> answer = client.query("SELECT * { <script>alert(1)</script> }", "Accept", "text/html");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).doesNotContain("<script");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("'self'");
    }

    @Test
    @DisplayName("Accept: image/png => 406 with the list")
    void refusesUnknownTypes() {
        HttpResponse<String> answer = client.query("SELECT * { ?s ?p ?o } LIMIT 1", "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("text/csv");
    }

    @Test
    @DisplayName("any origin => * without credentials")
    void answersOtherOriginsWithoutCredentials() {
        HttpResponse<String> answer = client.query("ASK {}", "Origin", "https://evil.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    @DisplayName("SERVICE to an endpoint that the operator allows => asked, and no other, and no redirect followed")
    void asksAllowedEndpointsOnly() {
        try (Trap inside = new Trap("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                Trap allowed = new Trap("HTTP/1.1 302 Found\r\nLocation: " + inside.url()
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                ReadServer open = ReadServer.start(
                        Fixture.served(),
                        ServerOptions.at(new Address("127.0.0.1", 0)).with(Services.of(List.of(allowed.url()))))) {
            Client own = new Client(open);
            HttpRequest.Builder ask = own.request("/sparql?query="
                    + Client.encode("SELECT * { SERVICE SILENT <" + allowed.url() + "> { ?s ?p ?o } }"));
            assertThat(own.send(ask.GET()).statusCode()).isEqualTo(200);
            assertThat(allowed.visitors()).isPositive();
            assertThat(inside.visitors()).isZero();
            assertThat(own.query("SELECT * { SERVICE <" + allowed.url() + "> { ?s ?p ?o } }")
                            .statusCode())
                    .isEqualTo(502);
            assertThat(own.query("SELECT * { SERVICE <" + inside.url() + "> { ?s ?p ?o } }")
                            .statusCode())
                    .isEqualTo(422);
        } finally {
            Services.NONE.switchOn();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
