// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.source.BrokenFileException;

class SparqlReaderTest {

    @Test
    void parsesSparql11() {
        assertThat(SparqlReader.parse("x.rq", "SELECT ?s { ?s <http://p>+ ?o }").isSelectType())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            SELECT ?s@{ ?s ?p }       | 2:9: Encountered "}". Was expecting one of:
            SELECT ?s@WERE { ?s ?p ?o }| 2:5: "WERE" before this is invalid;
            SELECT ?s { ?s x:p ?o }   | 1:16: Unresolved prefixed name: x:p
            INSERT DATA { }           | 1:1: Encountered "INSERT DATA"
            """)
    void reportsFileLineAndColumn(String text, String message) {
        assertThatExceptionOfType(BrokenFileException.class)
                .isThrownBy(() -> SparqlReader.parse("q/x.rq", text.replace('@', '\n')))
                .satisfies(e -> assertThat(e.getMessage()).startsWith("q/x.rq:" + message));
    }
}
