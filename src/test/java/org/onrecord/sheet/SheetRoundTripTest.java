// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.CopiedFolder;
import org.onrecord.SampleHome;
import org.onrecord.curation.HomeEdit;
import org.onrecord.source.Home;
import org.onrecord.source.SourceFile;

/** Sheet and Turtle give each other back, byte for byte. */
class SheetRoundTripTest {
    private static final Path ARTICLES = Path.of("../shared/articles");
    private static final int MOST_LINES = 700;
    private static final int MOST_CHARACTERS = 160;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"v", "w", "x"})
    void givesBackTheSample(String article) throws IOException {
        comesBack(SampleHome.FOLDER, SampleHome.TEXTS, article);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void givesBackTheShippedArticles(String article) throws IOException {
        assumeTrue(Files.isDirectory(ARTICLES), "the texts of the articles are not here");
        List<String> lines = comesBack(Path.of("."), ARTICLES, article).lines().toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(MOST_LINES).allMatch(line -> line.length() <= MOST_CHARACTERS);
    }

    /** Compiles the sheet of an article in a copy of its home, without the article's file and with it. */
    private String comesBack(Path home, Path texts, String article) throws IOException {
        CopiedFolder.copy(home.resolve("data"), folder.resolve("data"));
        Path data = folder.resolve("data/articles/" + article + ".ttl");
        String turtle = Files.readString(data);
        String sheet = sheets(texts).sheet(article);
        Path file = Files.writeString(folder.resolve("sheet.yaml"), sheet);
        Files.writeString(data, turtle.replaceFirst("rec:codingNote \"", "rec:codingNote \"Changed. "));

        CompileOutcome outcome = sheets(texts).compile(List.of(SourceFile.at(file)), CompileOptions.NONE);
        assertThat(outcome.succeeded()).as(outcome.problems().toString()).isTrue();
        assertThat(outcome.written()).containsExactly("data/articles/" + article + ".ttl");
        assertThat(Files.readString(data)).isEqualTo(turtle);
        assertThat(Files.readString(file)).isEqualTo(sheet);
        assertThat(sheets(texts).sheet(article)).isEqualTo(sheet);
        return sheet;
    }

    @Test
    void keepsTriplesThatNoKeySays() throws IOException {
        CopiedFolder.copy(SampleHome.FOLDER.resolve("data"), folder.resolve("data"));
        Path data = folder.resolve("data/articles/v.ttl");
        String turtle = Files.readString(data);
        String more = turtle + "\n<id/claim/only-in-the-article> a rec:Claim ;\n    skos:prefLabel \"Only here\"@en ;\n"
                + "    rec:about <id/state/velmora> .\n";
        Files.writeString(data, more);
        String sheet = sheets(SampleHome.TEXTS).sheet("v");
        assertThat(sheet).contains("turtle: |");
        Path file = Files.writeString(folder.resolve("sheet.yaml"), sheet);
        CompileOutcome outcome = sheets(SampleHome.TEXTS).compile(List.of(SourceFile.at(file)), CompileOptions.NONE);
        assertThat(outcome.succeeded()).as(outcome.problems().toString()).isTrue();
        assertThat(Files.readString(data)).contains("<id/claim/only-in-the-article> a rec:Claim");
        assertThat(sheets(SampleHome.TEXTS).sheet("v")).isEqualTo(sheet);
    }

    private Sheets sheets(Path texts) {
        return new Sheets(new HomeEdit(Home.at(folder)), texts);
    }
}
