// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormattedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://a#b> <p> <c#d> .",
                "ex:a\\#b ex:p ex:c .",
                "ex:a ex:p \"a # b\" .",
                "ex:a ex:p 'a # b' .",
                "ex:a ex:p \"quote \\\" # b\" .",
                "ex:a ex:p \"\"\"two\nlines \" # b\"\"\" .",
                "ex:a ex:p '''two\nlines ' # b''' ."
            })
    void ignoresNumberSignInsideTerms(String turtle) {
        assertThat(Formatted.firstComment(turtle)).isEmpty();
    }

    @Test
    void findsFirstComment() {
        assertThat(Formatted.firstComment("ex:a ex:p \"#\" .\n  # here\n# there"))
                .hasValueSatisfying(at -> assertThat(at).hasToString("2:3"));
        assertThat(Formatted.firstComment("# first"))
                .hasValueSatisfying(at -> assertThat(at).hasToString("1:1"));
        assertThat(Formatted.firstComment("ex:a ex:p ex:b . # last"))
                .hasValueSatisfying(at -> assertThat(at).hasToString("1:18"));
    }
}
