// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.cli.option.ExitCode;

class SpanTest {
    @TempDir
    Path dir;

    private Path text;

    @BeforeEach
    void writeText() throws IOException {
        text = Files.writeString(dir.resolve("a.txt"), "😀 – “Rain”, she said – rain.\n");
    }

    @Test
    void printsStartEndAndDigestInCodePoints() {
        Run run = Run.of("span", text, "she said");
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                start 12
                end 20
                digest %s
                """.formatted(DigestUtils.sha256Hex("she said")));
    }

    @Test
    void requiresOccurrenceIfAmbiguous() {
        Run run = Run.of("span", text, "–");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("2 times, at 2, 21; use --occurrence 1 to 2");
        assertThat(Run.of("span", text, "–", "--occurrence", 2).out()).startsWith("start 21");
        assertThat(Run.of("span", text, "–", "--occurrence", 3).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void reportsWordsThatAreNotFound() {
        Run none = Run.of("span", text, "snow");
        assertThat(none.code()).isEqualTo(ExitCode.WRONG);
        assertThat(none.err()).contains("does not have the words 'snow'; copy them from the text");
        assertThat(Run.of("span", text, "\"rain\"").err()).contains("at 4 they occur with different quotation marks");
        assertThat(Run.of("span", text, "\uFFFD she").err()).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void rejectsMissingFileInvalidUtf8AndEmptyWords() throws IOException {
        Path latin1 = Files.write(dir.resolve("b.txt"), "caf\u00e9 au".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Run.of("span", dir.resolve("none.txt"), "x").code()).isEqualTo(ExitCode.BROKEN);
        assertThat(Run.of("span", latin1, "x")).satisfies(run -> {
            assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
            assertThat(run.err()).contains("b.txt' is not UTF-8");
        });
        assertThat(Run.of("span", text, "").code()).isEqualTo(ExitCode.USAGE);
    }
}
