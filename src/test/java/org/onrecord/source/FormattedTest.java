// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void writesThroughALinkAndKeepsPermissions(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("real.ttl"), "<http://a/b>   <http://a/c> 'd' .");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(dir.resolve("link.ttl"), Path.of("real.ttl"));

        Formatted.of(SourceFile.at(link)).write();

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).endsWith("<http://a/b> <http://a/c> \"d\" .\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }
}
