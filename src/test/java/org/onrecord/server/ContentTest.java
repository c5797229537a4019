// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.Url;

/** What an answer is written in (SPARQL 1.1 Protocol, 2.1.5 and 2.1.6). */
class ContentTest extends OneServer {
    private static final String ROWS = "SELECT * { ?s <http://example.org/next> ?o } ORDER BY ?s LIMIT 60";
    private static final String TRIPLES = "CONSTRUCT WHERE { ?s <http://example.org/next> ?o }";

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
                    "application/n-triples,*/*;q=0.9 | application/sparql-results+json",
                    "text/csv, application/sparql-results+json;q=0.9 | text/csv;charset=utf-8",
                    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | application/sparql-results+json",
                    "text/turtle;q=1, application/sparql-results+json;q=0.2 | application/sparql-results+json"
                })
        void ofRows(String accept, String type) {
            HttpResponse<String> answer = client.query(ROWS, "Accept", accept);
            assertThat(answer.headers().firstValue("Content-Type")).contains(type);
            assertThat(answer.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
        }

        @ParameterizedTest(name = "graphs for Accept: {0} => {1}")
        @CsvSource(
                delimiter = '|',
                value = {
                    "*/* | text/turtle",
                    "text/turtle | text/turtle",
                    "application/n-triples | application/n-triples",
                    "application/n-triples,*/*;q=0.9 | application/n-triples",
                    "text/csv, application/sparql-results+json;q=0.9, */*;q=0.1 | text/turtle",
                    "application/ld+json | application/ld+json",
                    "application/rdf+xml | application/rdf+xml",
                    "application/trig | application/trig",
                    "application/n-quads | application/n-quads"
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
                    client.get("/sparql?format=" + format + "&query=" + Url.encoded(ROWS), "Accept", "image/png");
            assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        }

        /** What SPARQLWrapper 1.8 sends. */
        @ParameterizedTest
        @CsvSource({
            "format=tsv&format=&output=tsv&output=&results=tsv&results=, SELECT * { ?s ?p ?o } LIMIT 1, text/tab-separated-values;charset=utf-8",
            "format=rdf%2Bxml&format=application/rdf%2Bxml&output=rdf%2Bxml, CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1, application/rdf+xml",
            "format=n3&output=n3&results=n3, CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1, text/turtle;charset=utf-8"
        })
        void byTheFirstParameterThatFits(String parameters, String query, String type) {
            HttpResponse<String> answer = client.get("/sparql?" + parameters + "&query=" + Url.encoded(query));
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
}
