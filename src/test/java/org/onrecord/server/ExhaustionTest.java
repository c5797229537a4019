// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threats from what queries cost: each test is a row of the table of threats, against the running server. */
@DisplayName("attack by query => answer")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ExhaustionTest extends OneServer {
    private static final String EVERYTHING_CUBED = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i";
    private static final long SECONDS_ALLOWED = 4;

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
    @DisplayName("answers that cannot be written to their end => 406, and their memory is free again")
    void freesTheMemoryOfHalfAnswers() {
        String query = "SELECT * { { SELECT * { ?s ?p ?o } LIMIT 900 } UNION { BIND('\\u0001' AS ?s) } }";
        for (int i = 0; i < 20; i++) {
            assertThat(client.get("/sparql?format=xml&query=" + Client.encode(query))
                            .statusCode())
                    .isEqualTo(406);
        }
        assertThat(client.get("/metrics").body().lines().filter(line -> line.startsWith("onrecord_query_memory_bytes")))
                .containsExactly("onrecord_query_memory_bytes 0.0");
    }

    @Test
    @DisplayName("huge VALUES => an answer or 503, in time")
    void answersHugeValues() {
        String row = "1 ".repeat(16_000);
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

    @ParameterizedTest(name = "memory bomb {0} => 4xx/503")
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
    }

    @ParameterizedTest(name = "pieces of a long text kept by a sort {0} => 503")
    @ValueSource(strings = {"SUBSTR(?x, ?i)", "SUBSTR(?x, ?i, 7000000)", "STRBEFORE(?x, '#')", "STRAFTER(?x, 'a')"})
    void chargesPiecesOfALongText(String piece) {
        StringBuilder query = new StringBuilder("SELECT (STRLEN(?t) AS ?n) { BIND('" + "a".repeat(1000) + "' AS ?x0) ");
        for (int i = 0; i < 12; i++) {
            query.append("BIND(CONCAT(?x%d, ?x%d) AS ?x%d) ".formatted(i, i, i + 1));
        }
        query.append("BIND(CONCAT(?x12, '#') AS ?x) VALUES ?i { ")
                .append(IntStream.range(2, 60).mapToObj(String::valueOf).collect(Collectors.joining(" ")))
                .append(" } BIND(")
                .append(piece)
                .append(" AS ?t) } ORDER BY ?t");
        HttpResponse<String> answer = client.query(query.toString());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("working-memory");
    }

    @ParameterizedTest(name = "separator {0}, a format to Jena => taken as it is written")
    @ValueSource(strings = {"%d", "%2000000000%", "\\u00252000000000%", "100 %", "%n%s"})
    void takesSeparatorsAsTheyAreWritten(String separator) {
        String query = "SELECT (GROUP_CONCAT(DISTINCT ?x; sePARator #'\n = \"\"\"" + separator
                + "\"\"\") AS ?y) (GROUP_CONCAT(?x; SEPARATOR='%%') AS ?z) { VALUES ?x { 1 2 } }";
        HttpResponse<String> answer = client.query(query, "Accept", "text/csv");
        assertThat(answer.body().lines().skip(1)).containsExactly("1" + separator.replace("\\u0025", "%") + "2,1%%2");
    }

    @ParameterizedTest(name = "durations that have no order {0} => 200")
    @ValueSource(strings = {"", "LIMIT 50"})
    void sortsValuesWithoutOrder(String limit) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            String values = IntStream.range(0, 100)
                    .mapToObj(value -> "'" + duration(random) + "'^^<http://www.w3.org/2001/XMLSchema#duration>")
                    .collect(Collectors.joining(" "));
            HttpResponse<String> answer =
                    client.query("SELECT ?x { VALUES ?x { " + values + " } } ORDER BY ?x " + limit);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static String duration(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> "P" + (1 + random.nextInt(4)) + "M";
            case 1 -> "P" + (27 + random.nextInt(100)) + "D";
            default -> "PT" + (600 + random.nextInt(2400)) + "H";
        };
    }

    @Test
    @DisplayName("rows that BNODE keeps => 503")
    void chargesWhatBnodeKeeps() {
        HttpResponse<String> answer = client.query(
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(isBlank(BNODE(CONCAT(STR(?a), STR(?d))))) }");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("working-memory");
    }

    @Test
    @DisplayName("nesting: 3,000 {, 20,000 ( => 400 with line and column")
    void refusesDeepNesting() {
        for (String query : List.of(
                "SELECT * " + "{".repeat(3000) + "}".repeat(3000),
                "SELECT * { FILTER" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "}",
                "SELECT * { ?s ?p " + "[ ?p ".repeat(10_000) + "]".repeat(10_000) + "}",
                "SELECT * { FILTER(" + "!".repeat(50_000) + "true)}",
                "SELECT * { FILTER(" + "! ".repeat(30_000) + "true)}",
                "SELECT * { FILTER(" + "-".repeat(50_000) + "1)}")) {
            HttpResponse<String> answer = client.post("application/sparql-query", query);
            assertThat(answer.statusCode())
                    .as(query.substring(0, 30) + answer.body())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest(name = "an escape that is none, {0} => 400")
    @ValueSource(strings = {"ASK { \\uZZZZ }", "ASK { ?s ?p '\\u12", "ASK { \\u007b\\u00 }"})
    void refusesEscapesThatAreNone(String query) {
        assertThat(client.query(query).statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("long chains of operators => an answer, 400 or 503, never 500")
    void survivesLongChains() {
        for (String query : List.of(
                "SELECT * { FILTER(1" + "+1".repeat(32_000) + " > 0)}",
                "SELECT * { FILTER(true" + " || false".repeat(7_000) + ")}",
                "SELECT * { ?s <urn:a>" + "/<urn:a>".repeat(7_000) + " ?o }",
                "SELECT * { ?s <urn:a>" + "|<urn:a>".repeat(7_000) + " ?o }",
                "SELECT * { {}" + " UNION {}".repeat(6_000) + "}",
                "SELECT * { " + "OPTIONAL {?s ?p ?o} ".repeat(3_200) + "}",
                "SELECT * { " + "MINUS {?s ?p ?o} ".repeat(3_800) + "}",
                "SELECT * { " + "?s ?p ?o . ".repeat(5_900) + "}",
                "SELECT (CONCAT('a'" + ",'a'".repeat(16_000) + ") AS ?x) {}")) {
            HttpResponse<String> answer = client.post("application/sparql-query", query);
            assertThat(answer.statusCode())
                    .as(query.substring(0, 40) + answer.body())
                    .isIn(200, 400, 422, 503);
        }
        assertThat(client.query("ASK {}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(
            name =
                    "a path of 20,000 steps joined by {0}, which Jena evaluates within one another => refused with the limit")
    @ValueSource(strings = {"/", "|"})
    void refusesLongPaths(String sign) {
        String query = "PREFIX : <urn:> SELECT * { ?s (:a" + (sign + ":a").repeat(20_000) + ")* ?o }";
        HttpResponse<String> answer = client.post("application/sparql-query", query);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("2,000 signs / and |", "Line 1");
    }

    @Test
    @DisplayName("worst queries of one client => other readers are answered within a second")
    void keepsOtherReadersQuick() {
        List<CompletableFuture<HttpResponse<String>>> attacks = IntStream.range(0, 6)
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
}
