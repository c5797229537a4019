// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.release.SparqlReader;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Format;

class AnswerTest {
    private static final DatasetGraph DATA =
            DatasetGraphFactory.wrap(RDFParser.fromString("""
                    <https://w3id.org/onrecord/id/topic/tea> <http://www.w3.org/2004/02/skos/core#prefLabel> "Tea, hot"@en .
                    <https://w3id.org/onrecord/id/topic/cha> <http://www.w3.org/2004/02/skos/core#prefLabel> "茶\\n\\u001b[2J"@zh .
                    """, Lang.NTRIPLES).toGraph());
    private static final String ROWS = "SELECT ?name ?none ?p ?s { ?s ?p ?name } ORDER BY ?s";

    @Test
    void alignsColumnsAndShortensIris() {
        assertThat(ask(ROWS, Format.TEXT)).isEqualTo("""
                name      none  p               s
                --------  ----  --------------  ---------
                茶 �[2J         skos:prefLabel  topic/cha
                Tea, hot        skos:prefLabel  topic/tea
                2 rows
                """);
        assertThat(ask(ROWS + " LIMIT 1", Format.TEXT)).endsWith("\n1 row\n");
        assertThat(ask(ROWS + " LIMIT 0", Format.TEXT)).endsWith("\n0 rows\n");
    }

    @Test
    void writesRowsInTheStandardFormats() {
        assertThat(ask(ROWS + " OFFSET 1", Format.CSV))
                .isEqualTo("name,none,p,s\r\n\"Tea, hot\",,http://www.w3.org/2004/02/skos/core#prefLabel,"
                        + "https://w3id.org/onrecord/id/topic/tea\r\n");
        assertThat(ask(ROWS + " OFFSET 1", Format.TSV)).startsWith("?name\t?none\t?p\t?s\n\"Tea, hot\"@en\t\t<");
        assertThat(ask(ROWS, Format.SPARQL_JSON)).contains("\"xml:lang\": \"en\"");
        assertThat(ask(ROWS, Format.SPARQL_XML)).contains("<literal xml:lang=\"en\">Tea, hot</literal>");
    }

    @Test
    void writesTruths() {
        assertThat(ask("ASK {}", Format.TEXT)).isEqualTo("yes\n");
        assertThat(ask("ASK { FILTER (false) }", Format.TEXT)).isEqualTo("no\n");
        assertThat(ask("ASK {}", Format.SPARQL_JSON)).contains("\"boolean\" : true");
    }

    @Test
    void writesTriples() {
        String construct = "CONSTRUCT WHERE { ?s ?p \"Tea, hot\"@en }";
        assertThat(ask(construct, Format.TURTLE)).contains("skos:prefLabel", "\"Tea, hot\"@en");
        assertThat(ask(construct, Format.JSONLD)).contains("\"@language\": \"en\"");
        assertThat(ask("DESCRIBE <https://w3id.org/onrecord/id/topic/tea>", Format.TURTLE))
                .contains("\"Tea, hot\"@en");
    }

    @ParameterizedTest
    @CsvSource({"ttl,TURTLE", "Turtle,TURTLE", "json-ld,JSONLD", "jsonld,JSONLD", "srj,SPARQL_JSON", "TABLE,TEXT"})
    void knowsFormatsInEverySpelling(String spelling, Format format) {
        assertThat(Format.named(spelling, List.of(Format.values()))).contains(format);
    }

    @Test
    void refusesAFormatThatDoesNotFit() {
        assertThat(Format.named("docx", List.of(Format.values()))).isEmpty();
        assertThat(Format.ofAnswer(SparqlReader.parse("q", "ASK {}")))
                .containsExactly(Format.SPARQL_JSON, Format.JSON, Format.SPARQL_XML, Format.TEXT, Format.XML);
        assertThatExceptionOfType(RiotException.class).isThrownBy(() -> ask(ROWS, Format.TURTLE));
        assertThatExceptionOfType(RiotException.class).isThrownBy(() -> ask("DESCRIBE <x:y>", Format.CSV));
    }

    private static String ask(String sparql, Format format) {
        Query query = SparqlReader.parse("q", sparql);
        return Answer.of(query, DATA).text(format, BaseIri.ONRECORD);
    }
}
