// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.lib.StrUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;

/** SPARQL over HTTP with the sample: every method and format. */
class SparqlIT extends SharedServer {
    private static final String PREFIXES = StrUtils.strjoinNL(
            "PREFIX rec: <https://w3id.org/onrecord/ontology#>",
            "PREFIX id: <" + SampleHome.THINGS + ">",
            "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>");

    /** The basic query of the data model, without paths and GRAPH. Names and statements are in different files. */
    private static final String WHO_STATED_WHAT = PREFIXES + """

            SELECT ?who ?what ?through WHERE {
              ?s rec:about id:region\\/hesta ; rec:speaker ?speaker ; rec:content ?what .
              ?speaker skos:prefLabel ?who . FILTER (LANG(?who) = "en")
              OPTIONAL { ?s rec:via ?reporter . ?reporter skos:prefLabel ?through . FILTER (LANG(?through) = "en") }
            } ORDER BY ?s""";

    private static final String CONSTRUCT = PREFIXES + """

            CONSTRUCT { ?s rec:speaker ?who ; rec:content ?what } WHERE {
              ?s rec:about id:region\\/hesta ; rec:speaker ?who ; rec:content ?what .
            }""";

    @Test
    void returnsWhoStatedWhat() throws Exception {
        List<Map<String, String>> rows =
                rows(server.get(WHO_STATED_WHAT, "application/sparql-results+json"), ResultSetLang.RS_JSON);
        assertThat(rows)
                .extracting(row -> row.get("who"), row -> row.getOrDefault("through", ""))
                .contains(tuple("Joren Hask", ""));
        assertThat(rows)
                .extracting(row -> row.get("what"))
                .allSatisfy(what -> assertThat(what).endsWith("."));
    }

    @Test
    void returnsReporterOfReportedSpeech() throws Exception {
        String query = WHO_STATED_WHAT.replace("rec:about id:region\\/hesta", "rec:depth 2");
        assertThat(rows(server.get(query, "text/csv"), ResultSetLang.RS_CSV))
                .extracting(row -> row.get("who"), row -> row.get("through"))
                .contains(tuple("Lena Maren", "Joren Hask"), tuple("Joren Hask", "Ana Velin"))
                .doesNotContain(tuple("Joren Hask", "Joren Hask"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, JSON",
        "application/sparql-results+xml, XML",
        "text/csv, CSV",
        "text/tab-separated-values, TSV"
    })
    void returnsSameRowsForEveryMethodAndFormat(String type, String form) throws Exception {
        Lang lang = RDFLanguages.contentTypeToLang(type);
        List<Map<String, String>> expected =
                rows(server.get(WHO_STATED_WHAT, "application/sparql-results+json"), ResultSetLang.RS_JSON);
        assertThat(expected).hasSizeGreaterThanOrEqualTo(5);
        for (HttpResponse<String> answer : List.of(
                server.get(WHO_STATED_WHAT, type),
                server.postForm(WHO_STATED_WHAT, type),
                server.postDirectly(WHO_STATED_WHAT, type))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(given -> assertThat(given).startsWith(type));
            assertThat(rows(answer, lang)).as(form).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/turtle",
                "application/n-triples",
                "application/ld+json",
                "application/rdf+xml",
                "application/trig",
                "application/n-quads"
            })
    void returnsSameTriplesInEveryFormat(String type) throws Exception {
        Graph expected = graph(server.get(CONSTRUCT, "application/n-triples"), "application/n-triples");
        assertThat(expected.size()).isGreaterThanOrEqualTo(10);
        HttpResponse<String> answer = server.get(CONSTRUCT, type);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(graph(answer, type).isIsomorphicWith(expected)).isTrue();
    }

    @Test
    void supportsAskAndDescribe() throws Exception {
        String who = "<" + SampleHome.THINGS + "person/elise-orvane>";
        assertThat(server.get("ASK { ?s ?p " + who + " }", "application/sparql-results+json")
                        .body())
                .containsPattern("\"boolean\"\\s*:\\s*true");
        assertThat(graph(server.get("DESCRIBE " + who, "text/turtle"), "text/turtle")
                        .size())
                .isPositive();
    }

    @Test
    void defaultGraphIsUnionOfNamedGraphs() throws Exception {
        int everything = number("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        int distinct = number("SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }");
        int graphs = number("SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }");
        assertThat(everything).isPositive().isEqualTo(distinct);
        assertThat(graphs).isGreaterThan(20);
        assertThat(server.banner()).contains(String.format("%,d triples in %d graphs", everything, graphs));
    }

    @Test
    void countsGraphsByNameAndVariable() throws Exception {
        List<Map<String, String>> counted = rows(
                server.get(
                        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
                        "application/sparql-results+json"),
                ResultSetLang.RS_JSON);
        assertThat(counted).extracting(row -> row.get("g")).contains(SampleHome.BASE + "graph/articles-v");
        for (Map<String, String> graph : counted) {
            assertThat(number("SELECT (COUNT(*) AS ?n) { GRAPH <" + graph.get("g") + "> { ?s ?p ?o } }"))
                    .as(graph.get("g"))
                    .isEqualTo(Integer.parseInt(graph.get("n")));
        }
    }

    @Test
    void keepsStatementsAndActorsInSeparateGraphs() throws Exception {
        String graph = "GRAPH <" + SampleHome.BASE + "graph/articles-w> ";
        String statements = PREFIXES + " SELECT (COUNT(?s) AS ?n) { " + graph + "{ ?s a rec:Statement %s } }";
        assertThat(number(statements.formatted("")))
                .isPositive()
                .isEqualTo(number(PREFIXES + " SELECT (COUNT(?s) AS ?n) { ?s rec:reportedIn id:article\\/w }"));
        assertThat(number(statements.formatted("; rec:speaker ?who . ?who a rec:Person")))
                .isZero();
    }

    @Test
    void reportsLineAndColumnOfSyntaxError() throws Exception {
        HttpResponse<String> answer = server.get("SELECT * {\n ?s ?p }", "text/csv");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).containsPattern("line\\W+2\\W+column\\W+8\\b");
    }

    private static int number(String query) throws Exception {
        HttpResponse<String> answer = server.postDirectly(query, "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Integer.parseInt(answer.body().lines().skip(1).findFirst().orElseThrow());
    }

    /** The rows as variable to lexical form, in order. */
    private static List<Map<String, String>> rows(HttpResponse<String> answer, Lang lang) {
        ResultSet found = ResultsReader.create()
                .lang(lang)
                .read(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
        List<Map<String, String>> rows = new ArrayList<>();
        found.forEachRemaining(solution -> {
            Map<String, String> row = new TreeMap<>();
            solution.varNames().forEachRemaining(name -> {
                var node = solution.get(name).asNode();
                row.put(name, node.isURI() ? node.getURI() : node.getLiteralLexicalForm());
            });
            row.values().removeIf(String::isEmpty);
            rows.add(row);
        });
        return rows;
    }

    private static Graph graph(HttpResponse<String> answer, String type) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(answer.body(), RDFLanguages.contentTypeToLang(type))
                .parse(graph);
        return graph;
    }
}
