// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.http.RunningSite.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.Url;

class CheckerTest {
    private static final String INCOMPLETE = "<https://record.velmora.example/id/statement/z-1> a"
            + " <https://w3id.org/onrecord/ontology#Statement> .\n";

    private final RunningSite site = RunningSite.get();

    @Test
    void reportsOnThePostedNodesOnly() {
        HttpResponse<String> answer = site.post("/validate", "text/turtle", INCOMPLETE, "Accept", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("z-1").doesNotContain("statement/w-12");
    }

    @Test
    void showsTheReportUnderTheFormWithoutRunningWhatWasPosted() {
        String hostile = INCOMPLETE + "# <script>alert(1)</script>\n";
        HttpResponse<String> answer = site.post(
                "/validate",
                "application/x-www-form-urlencoded",
                "turtle=" + Url.encoded(hostile),
                "Accept",
                "text/html");
        assertThat(answer.body()).contains("z-1").contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void namesLineAndColumnOfASyntaxError() {
        HttpResponse<String> answer = site.post("/validate", "text/turtle", "<a> <b> ");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("posted.ttl:1:");
    }

    @Test
    void refusesWhatIsTooLongTooDeepOrNoTurtle() {
        assertThat(site.post("/validate", "text/turtle", "#".repeat((1 << 20) + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(site.post("/validate", "text/turtle", "<a:a> <a:b> " + "[<a:c> ".repeat(5000))
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.post("/validate", "application/ld+json", "{}").statusCode())
                .isEqualTo(415);
    }

    @Test
    void refusesBracketsThatHideHowDeeplyOthersAreNested() {
        String hidden = "# " + "]".repeat(30_000) + "\n<http://example.org/a> <http://example.org/b> "
                + "[ # ]\n <http://example.org/c> ".repeat(15_000);
        HttpResponse<String> answer = site.post("/validate", "text/turtle", hidden);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("nested-too-deeply");
    }

    @Test
    void refusesWhatItCannotRead() {
        for (String type : new String[] {";", "text/turtle;charset=iso-8859-1", "text/plain"}) {
            HttpResponse<String> answer = site.post("/validate", type, INCOMPLETE);
            assertThat(answer.statusCode()).as(type).isEqualTo(415);
            assertThat(header(answer, "Accept-Post")).contains("text/turtle");
        }
        assertThat(site.post("/validate", "application/x-www-form-urlencoded", "turtle=%ff")
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.post("/validate", "text/turtle", INCOMPLETE, "Content-Encoding", "identity")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void neverRunsShapesThatArePosted() {
        String shape = INCOMPLETE
                + "@prefix sh: <http://www.w3.org/ns/shacl#> . <https://record.velmora.example/id/x/y> a sh:NodeShape ;"
                + " sh:targetNode <https://record.velmora.example/id/statement/z-1> ; sh:property [ sh:path"
                + " <https://w3id.org/onrecord/ontology#depth> ; sh:minCount 77 ; sh:message \"posted shape ran\" ] .";
        HttpResponse<String> answer = site.post("/validate", "text/turtle", shape, "Accept", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("statement/z-1").doesNotContain("posted shape ran");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/n-triples | <http://a/b> <http://a/c> "d" .                                | posted.nt:1:1
            application/n-quads   | <http://a/b> <http://a/c> "d" <http://a/g> .                   | posted.nq:1:1
            application/trig      | <http://a/g> { <http://a/b> <http://a/c> "d" }                 | posted.trig:1:42
            application/rdf+xml   | <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="http://a/b"><p:c xmlns:p="http://a/">d</p:c></rdf:Description></rdf:RDF> | posted.rdf:1:
            """)
    void readsOtherFormats(String type, String text, String place) {
        HttpResponse<String> answer = site.post("/validate?format=text", type, text);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(place).contains("that neither the ontology nor the declarations define");
    }

    @Test
    void saysOfATextThatIsTooLongWhatToDo() {
        assertThat(site.post("/validate", "text/turtle", "#".repeat((1 << 20) + 1))
                        .body())
                .contains("data in smaller parts")
                .contains("1,048,576 bytes");
    }
}
