// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.curation.HomeEdit;
import org.onrecord.curation.NewHome;
import org.onrecord.source.Home;
import org.onrecord.source.SourceFile;

/** What follows when a sheet is changed: ids, dropped statements, speakers, acceptance, several sheets at once. */
class SheetCorrectionTest {
    private static final Path ARTICLES = Path.of("src/test/resources/guide");

    @TempDir
    private Path home;

    @BeforeEach
    void codesTwoArticles() throws IOException {
        NewHome.of("https://harbour.example/record/", "Harbour on record").create(home);
        for (String name : List.of("ferry.txt", "ferry.yaml", "nordline.txt", "nordline.yaml")) {
            Files.copy(ARTICLES.resolve(name), home.resolve("texts").resolve(name));
        }
        compiles("ferry", "nordline");
    }

    private CompileOutcome compile(CompileOptions options, String... articles) {
        Sheets sheets = new Sheets(new HomeEdit(Home.at(home)), home.resolve("texts"));
        List<SourceFile> files = Arrays.stream(articles)
                .map(article -> SourceFile.at(sheet(article)))
                .toList();
        return sheets.compile(files, options);
    }

    private CompileOutcome compiles(String... articles) {
        CompileOutcome outcome = compile(CompileOptions.NONE.creating(), articles);
        assertThat(outcome.succeeded()).as(outcome.problems().toString()).isTrue();
        return outcome;
    }

    private Path sheet(String article) {
        return home.resolve("texts/" + article + ".yaml");
    }

    private String data(String article) throws IOException {
        return Files.readString(home.resolve("data/articles/" + article + ".ttl"));
    }

    private void edit(String article, String from, String to) throws IOException {
        String before = Files.readString(sheet(article));
        assertThat(before).contains(from);
        Files.writeString(sheet(article), before.replace(from, to));
    }

    @Test
    void writesIdsAndKeepsTheRest() throws IOException {
        String given = Files.readString(ARTICLES.resolve("ferry.yaml"));
        String written = Files.readString(sheet("ferry"));
        assertThat(written.replaceAll("id: \\d\n    ", "")).isEqualTo(given);
        assertThat(written).startsWith("# yaml-language-server").contains("  - id: 6\n    by: Holm\n");
    }

    @Test
    void neverGivesTheNumberOfADroppedStatementAgain() throws IOException {
        String whole = Files.readString(sheet("ferry"));
        String last = whole.substring(whole.indexOf("  - id: 6"));
        edit("ferry", last, "");
        assertThat(compiles("ferry").articles().get(0).changes())
                .anyMatch(line -> line.startsWith("withdrawn  id/statement/ferry-06"));
        assertThat(data("ferry")).contains("rec:highestNumber 6").doesNotContain("statement/ferry-06");

        Files.writeString(sheet("ferry"), Files.readString(sheet("ferry")) + last);
        assertThat(compile(CompileOptions.NONE, "ferry").problems().toString())
                .contains("belonged to one that was dropped")
                .contains("--restore");
        edit("ferry", "  - id: 6\n    by", "  - by");
        compiles("ferry");
        assertThat(data("ferry"))
                .contains("<id/statement/ferry-07> a rec:Statement")
                .contains("rec:highestNumber 7");
    }

    @Test
    void movesAllThatHangsOnASpeaker() throws IOException {
        assertThat(data("nordline")).contains("rec:via <id/person/per-lund>");
        edit("nordline", "    by: Lund\n", "    by: Lund\n    who: person/ida-holm\n");
        CompileOutcome outcome = compiles("nordline");
        assertThat(data("nordline"))
                .doesNotContain("rec:via <id/person/per-lund>")
                .contains("rec:via <id/person/ida-holm>");
        assertThat(outcome.articles().get(0).changes())
                .anyMatch(line -> line.contains("rec:speaker: id/person/per-lund -> id/person/ida-holm"));
    }

    @Test
    void acceptsSomeOfWhatWasProposed() throws IOException {
        edit("ferry", "    act: promise\n", "    act: promise\n    review: proposed\n");
        edit("ferry", "    act: demand\n", "    act: demand\n    review: proposed\n");
        compiles("ferry");
        assertThat(data("ferry").split("review-status/proposed", -1)).hasSize(3);
        CompileOptions some = new CompileOptions(false, false, false, Optional.of("Ann O'Example"), Set.of("3"));
        assertThat(compile(some, "ferry").succeeded()).isTrue();
        assertThat(data("ferry"))
                .containsOnlyOnce("review-status/proposed")
                .containsOnlyOnce("review-status/accepted")
                .contains("rec:acceptedBy \"Ann O'Example\"");
        CompileOptions rest = new CompileOptions(false, false, false, Optional.of("Ann"), Set.of());
        assertThat(compile(rest, "ferry").succeeded()).isTrue();
        assertThat(data("ferry")).doesNotContain("review-status/proposed");
    }

    @Test
    void writesAllSheetsOrNone() throws IOException {
        String ferry = data("ferry");
        edit("ferry", "says: Nobody on Sand Island", "says: No person on Sand Island");
        edit("nordline", "act: warn", "act: warned");
        assertThat(compile(CompileOptions.NONE, "ferry", "nordline").succeeded())
                .isFalse();
        assertThat(data("ferry")).isEqualTo(ferry);
    }
}
