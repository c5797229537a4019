// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitationTest {
    private static final Citation CITATION = new Citation(
            "https://record.example/id/statement/a-01",
            "Ana Velin (through Joren Hask)",
            "Prices rose by 5 % & fell {twice}.",
            Optional.of(new Citation.Source(
                    "Prices & wages", "The Post", "2031-05-09", "2031-05-08", "\u201cUp by 5 %\u201d")),
            "Record",
            "0123");

    @Test
    void textNamesSpeakerChainArticlePublisherDateAndRelease() {
        assertThat(CITATION.text())
                .isEqualTo(
                        "Ana Velin (through Joren Hask): Prices rose by 5 % & fell {twice}. \u201cUp by 5 %\u201d. Stated 2031-05-08. In: \u201cPrices & wages\u201d,"
                                + " The Post, 2031-05-09. Record, release 0123. https://record.example/id/statement/a-01");
    }

    @Test
    void textSaysThatThereIsNoDate() {
        Citation undated = new Citation(
                "https://record.example/id/statement/a-01",
                "A",
                "B.",
                Optional.of(new Citation.Source("C", "", "", "", "")),
                "Record",
                "0123");
        assertThat(undated.text()).contains("In: \u201cC\u201d, no date. Record");
        assertThat(undated.csl()).doesNotContain("issued");
    }

    @Test
    void bibtexEscapesItsMarks() {
        assertThat(CITATION.bibtex())
                .startsWith("@misc{statement-a-01,\n")
                .contains("author = {{Ana Velin (through Joren Hask)}}")
                .contains("title = {{[Prices rose by 5 \\% \\& fell twice]}}")
                .contains("year = {2031}")
                .endsWith("}");
    }

    @Test
    void risHasOneTagALine() {
        assertThat(CITATION.ris().lines()).allMatch(line -> line.matches("[A-Z0-9]{2}  - .*"));
        assertThat(CITATION.ris())
                .startsWith("TY  - NEWS\n")
                .contains("DA  - 2031/05/09\n")
                .endsWith("ER  - ");
    }

    @Test
    void cslIsJson() {
        JsonObject item = JSON.createReader(new StringReader(CITATION.csl())).readObject();
        assertThat(item.getJsonArray("author").getJsonObject(0).getString("literal"))
                .isEqualTo("Ana Velin (through Joren Hask)");
        assertThat(item.getJsonObject("issued")
                        .getJsonArray("date-parts")
                        .getJsonArray(0)
                        .getInt(0))
                .isEqualTo(2031);
    }
}
