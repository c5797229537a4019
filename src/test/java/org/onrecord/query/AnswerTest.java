// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
    private static final DatasetGraph DATA =
            DatasetGraphFactory.wrap(RDFParser.fromString("""
                    <https://w3id.org/onrecord/id/topic/tea> <http://www.w3.org/2004/02/skos/core#prefLabel> "Tea, hot"@en .
                    <https://w3id.org/onrecord/id/topic/cha> <http://www.w3.org/2004/02/skos/core#prefLabel> "茶\\n\\u001b[2J"@zh .
                    """, Lang.NTRIPLES).toGraph());
    private static final String ROWS = "SELECT ?name ?none ?p ?s { ?s ?p ?name } ORDER BY ?s";

    @Test
    void alignsColumnsAndShortensIris() {
        assertThat(ask(ROWS, AnswerFormat.TABLE)).isEqualTo("""
                name      none  p               s
                --------  ----  --------------  ---------
                茶 �[2J         skos:prefLabel  topic/cha
                Tea, hot        skos:prefLabel  topic/tea
                2 rows
                """);
        assertThat(ask(ROWS + " LIMIT 1", AnswerFormat.TABLE)).endsWith("\n1 row\n");
        assertThat(ask(ROWS + " LIMIT 0", AnswerFormat.TABLE)).endsWith("\n0 rows\n");
    }

    @Test
    void writesRowsInTheStandardFormats() {
        assertThat(ask(ROWS + " OFFSET 1", AnswerFormat.CSV))
                .isEqualTo("name,none,p,s\r\n\"Tea, hot\",,http://www.w3.org/2004/02/skos/core#prefLabel,"
                        + "https://w3id.org/onrecord/id/topic/tea\r\n");
        assertThat(ask(ROWS + " OFFSET 1", AnswerFormat.TSV)).startsWith("?name\t?none\t?p\t?s\n\"Tea, hot\"@en\t\t<");
        assertThat(ask(ROWS, AnswerFormat.JSON)).contains("\"xml:lang\": \"en\"");
        assertThat(ask(ROWS, AnswerFormat.XML)).contains("<literal xml:lang=\"en\">Tea, hot</literal>");
    }

    @Test
    void writesTruths() {
        assertThat(ask("ASK {}", AnswerFormat.TABLE)).isEqualTo("yes\n");
        assertThat(ask("ASK { FILTER (false) }", AnswerFormat.TABLE)).isEqualTo("no\n");
        assertThat(ask("ASK {}", AnswerFormat.JSON)).contains("\"boolean\" : true");
    }

    @Test
    void writesTriples() {
        String construct = "CONSTRUCT WHERE { ?s ?p \"Tea, hot\"@en }";
        assertThat(ask(construct, AnswerFormat.TURTLE)).contains("skos:prefLabel", "\"Tea, hot\"@en");
        assertThat(ask(construct, AnswerFormat.JSONLD)).contains("\"@language\": \"en\"");
        assertThat(ask("DESCRIBE <https://w3id.org/onrecord/id/topic/tea>", AnswerFormat.TURTLE))
                .contains("\"Tea, hot\"@en");
    }

    @ParameterizedTest
    @CsvSource({"ttl,TURTLE", "Turtle,TURTLE", "json-ld,JSONLD", "jsonld,JSONLD", "srj,JSON", "TABLE,TABLE"})
    void knowsFormatsInEverySpelling(String spelling, AnswerFormat format) {
        assertThat(AnswerFormat.named(spelling)).contains(format);
    }

    @Test
    void refusesAFormatThatDoesNotFit() {
        assertThat(AnswerFormat.named("docx")).isEmpty();
        assertThat(AnswerFormat.fitting(Question.parse("q", "ASK {}")))
                .containsExactly(AnswerFormat.TABLE, AnswerFormat.JSON, AnswerFormat.XML);
        assertThatIllegalArgumentException().isThrownBy(() -> ask(ROWS, AnswerFormat.TURTLE));
        assertThatIllegalArgumentException().isThrownBy(() -> ask("DESCRIBE <x:y>", AnswerFormat.CSV));
    }

    private static String ask(String sparql, AnswerFormat format) {
        Query query = Question.parse("q", sparql);
        return Answer.of(query, DATA).text(format);
    }
}
