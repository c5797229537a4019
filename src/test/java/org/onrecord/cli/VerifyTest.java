// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.evidence.CodedArticle;

class VerifyTest {
    @TempDir
    Path dir;

    private Path home;
    private Path texts;

    @BeforeEach
    void writeHomeAndTexts() throws IOException {
        home = SmallHome.write(dir.resolve("home"));
        texts = Files.createDirectory(dir.resolve("texts"));
        Files.writeString(home.resolve("data/x.ttl"), CodedArticle.turtle());
    }

    @Test
    void printsVerifiedArticle() throws IOException {
        Files.writeString(texts.resolve("a.txt"), CodedArticle.TEXT);
        Run run = Run.of("verify", "--home", home, "--articles", texts);
        assertThat(run.out())
                .isEqualToNormalizingNewlines("id/article/x: verified by 'a.txt': 3 spans, 2 quotations, 1 mention\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void printsDifference() throws IOException {
        Files.writeString(texts.resolve("a.txt"), CodedArticle.TEXT);
        Files.writeString(home.resolve("data/x.ttl"), CodedArticle.turtle().replace("\"Anna\"", "\"Ana\""));
        Run run = Run.of("verify", "--home", home, "--articles", texts);
        assertThat(run.code()).isEqualTo(ExitCode.WRONG);
        assertThat(run.out())
                .containsPattern(
                        "  data/x.ttl:\\d+:\\d+: id/article/x#mention-1: rec:surface: the graph says 'Ana', the text has 'Anna'");
    }

    @Test
    void reportsWindowsLineEnds() throws IOException {
        Files.writeString(texts.resolve("a.txt"), CodedArticle.TEXT.replace("\n", "\r\n"));
        Run run = Run.of("verify", "--home", home, "--articles", texts);
        assertThat(run.code()).isEqualTo(ExitCode.WRONG);
        assertThat(run.out()).contains("altered: 'a.txt' is an altered copy of its text: Windows line ends (CRLF)");
    }

    @Test
    void reportsMissingTextWithDigestAndHeadline() {
        Run run = Run.of("verify", "--home", home, "--articles", texts);
        assertThat(run.code()).isEqualTo(ExitCode.WRONG);
        assertThat(run.out()).contains("missing").contains("SHA-256 '").contains("\"Rain – at last 😀\"");
    }

    @Test
    void rejectsMissingFolderAndOption() {
        assertThat(Run.of("verify", "--home", home, "--articles", dir.resolve("none")))
                .satisfies(run -> {
                    assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
                    assertThat(run.err()).contains("none' does not exist");
                });
        assertThat(Run.of("verify", "--home", home).code()).isEqualTo(ExitCode.USAGE);
    }
}
