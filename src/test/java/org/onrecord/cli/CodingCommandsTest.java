// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.SampleHome;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.query.Catalogue;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.source.Home;

/** The commands {@code init} and {@code withdraw}. */
class CodingCommandsTest {
    private static final String BASE = "https://example.org/record/";

    @TempDir
    Path folder;

    @Test
    void createsAHomeThatConforms() throws IOException {
        Path home = folder.resolve("my home");

        Run created = Run.of("init", home, "--base", BASE, "--title", "Our \"corpus\"");

        assertThat(created.err()).isEmpty();
        assertThat(created.code()).isEqualTo(ExitCode.DONE);
        assertThat(Run.of("validate", "--home", home)).isEqualTo(new Run(0, "0 violations in 24 files\n", ""));
        assertThat(Run.of("format", "--check", home.resolve("data")).code()).isEqualTo(ExitCode.DONE);
        assertThat(home.resolve(".gitignore")).content().contains("\ntexts/\n");
        assertThat(home.resolve("data/articles")).isEmptyDirectory();
        assertThat(home.resolve("data/reference")).isEmptyDirectory();
        assertThat(home.resolve("texts")).isEmptyDirectory();
    }

    @Test
    void answersQuestionsOverANewHomeWithEmptyTables() {
        Path folderOfHome = folder.resolve("home");
        Run.of("init", folderOfHome, "--base", BASE);
        Home home = Home.at(folderOfHome);

        Loading loading = new Loader(home, step -> {}).load();

        assertThat(loading).isInstanceOf(Loading.Ready.class);
        assertThat(Catalogue.of(home).in(((Loading.Ready) loading).release()).questions())
                .isNotEmpty();
        Run asked = Run.of("ask", "statements", "--home", folderOfHome);
        assertThat(asked.code()).as(asked.err()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "https://w3id.org/onrecord/, belongs to the program",
        "https://w3id.org/onrecord/mine/, belongs to the program",
        "https://example.org/record, use 'https://example.org/record/'",
        "https://example.org/record#, use 'https://example.org/record/'",
        "example.org/record/, does not begin with https://",
        "urn:example:record/, does not begin with https://",
        "https://exa mple.org/, 'https://exa mple.org/'",
    })
    void refusesABase(String base, String message) {
        Run run = Run.of("init", folder.resolve("home"), "--base", base);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'" + base + "'").contains(message).hasLineCount(1);
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void refusesAnEmptyTitle() {
        Run run = Run.of("init", folder.resolve("home"), "--base", BASE, "--title", " ");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("The title is empty");
    }

    @Test
    void refusesAFolderWithData() throws IOException {
        SampleHome.copy(folder);
        String before = Files.readString(folder.resolve("data/dataset.ttl"));

        Run run = Run.of("init", folder, "--base", BASE);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'" + folder + "' already has a folder data");
        assertThat(folder.resolve("data/dataset.ttl")).hasContent(before);
    }

    @Test
    void withdrawsAnArticle() throws IOException {
        SampleHome.copy(folder);

        Run run = Run.of("withdraw", "x", "--reason", "Coded twice.", "--by", "Ann", "--prune", "--home", folder);

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("Withdrawn: https://record.velmora.example/id/article/x, file data/articles/x.ttl")
                .containsPattern("Not used by any other article, removed \\([1-9]\\d*\\):")
                .containsPattern("  data/reference/\\w+[.]ttl:\\d+:\\d+: id/\\w+/");
        assertThat(folder.resolve("data/withdrawn.ttl")).content().contains("\"Coded twice.\"", "\"Ann\"");
        assertThat(Run.of("validate", "--home", folder).out()).startsWith("0 violations in ");
        assertThat(Run.of("format", "--check", folder.resolve("data")).code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void takesTheNameOfTheGitUser() throws Exception {
        SampleHome.copy(folder);
        git("init", "--quiet");
        git("config", "user.name", "Git Coder");

        Run run = Run.of("withdraw", "x", "--reason", "Coded twice.", "--home", folder);

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("data/withdrawn.ttl")).content().contains("rec:withdrawnBy \"Git Coder\"");
    }

    @Test
    void refusesToWithdrawWhatIsNotThere() throws IOException {
        SampleHome.copy(folder);
        refuses(
                "There is no article 'y'; use the slug, IRI or file of an article, such as ",
                "y",
                "--reason",
                "R",
                "--home",
                folder);
        refuses("The reason (--reason) is empty", "x", "--reason", " ", "--home", folder);
        Run.of("withdraw", "x", "--reason", "R", "--by", "Ann", "--home", folder);
        refuses("The article 'x' was withdrawn on ", "x", "--reason", "R", "--home", folder);
    }

    private static void refuses(String message, String article, Object... options) {
        Object[] all = Stream.concat(Stream.of("withdraw", article, "--by", "Ann"), Arrays.stream(options))
                .toArray();
        Run run = Run.of(all);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(message).hasLineCount(1);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .start()
                        .waitFor())
                .isZero();
    }
}
