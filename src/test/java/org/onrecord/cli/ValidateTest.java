// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.cli.option.ExitCode;

class ValidateTest {
    private static final String NAMELESS = "<https://w3id.org/onrecord/id/person/berta> a rec:Person .";

    @TempDir
    Path dir;

    private Path home;

    @BeforeEach
    void writeHome() throws IOException {
        home = SmallHome.write(dir.resolve("home"));
    }

    @Test
    void reportsConformance() {
        Run run = Run.of("validate", "--home", home);
        assertThat(run.out()).isEqualTo("0 violations in 4 files\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "text, data/more.ttl:4:47: violation: A person has no name.",
        "json, '\"file\" : \"data/more.ttl\"'",
        "turtle, sh:ValidationReport",
        "junit, '<testcase name=\"data/more.ttl\"'"
    })
    void reportsViolationInEveryFormat(String format, String expected) throws IOException {
        SmallHome.file(home, "data/more.ttl", NAMELESS);
        Run run = Run.of("validate", "--home", home, "--format", format);
        assertThat(run.code()).isEqualTo(ExitCode.WRONG);
        assertThat(run.out()).contains(expected);
    }

    @Test
    void showsTwentyFindingsOfAShapeAndCountsTheOthers() throws IOException {
        String nameless = IntStream.range(0, 30)
                .mapToObj(number -> NAMELESS.replace("berta", "berta" + number))
                .collect(Collectors.joining("\n"));
        SmallHome.file(home, "data/more.ttl", nameless);

        Run brief = Run.of("validate", "--home", home);
        assertThat(brief.out().split("A person has no name", -1)).hasSize(21);
        assertThat(brief.out())
                .contains("10 more findings of the shape ", "validate --all shows them", "30 violations");
        assertThat(Run.of("validate", "--home", home, "--all").out().split("A person has no name", -1))
                .hasSize(31);
    }

    @Test
    void reportsOnGivenFilesTogetherWithTheProject() throws IOException {
        SmallHome.file(home, "data/old.ttl", NAMELESS);
        Path given = SmallHome.file(dir, "drafts/new.ttl", NAMELESS.replace("berta", "carla"));
        Run run = Run.of("validate", "--home", home, dir.resolve("drafts"));
        assertThat(run.code()).isEqualTo(ExitCode.WRONG);
        assertThat(run.out())
                .contains(given + ":4:47: violation")
                .doesNotContain("berta")
                .contains("in 1 file");
    }

    @Test
    void givenFileReplacesFileOfSameName() throws IOException {
        SmallHome.file(home, "data/more.ttl", NAMELESS);
        Path better =
                SmallHome.file(dir.resolve("copy"), "data/more.ttl", NAMELESS.replace(" .", " ; rec:name \"B\" ."));
        assertThat(Run.of("validate", "--home", home, better).code()).isZero();
        assertThat(Run.of("validate", "--home", home, home.resolve("data/more.ttl"))
                        .out())
                .contains("1 violation in 1 file");
    }

    @Test
    void usesShapesOfGivenOntologyFile() throws IOException {
        Path stricter = SmallHome.file(dir.resolve("copy"), "ontology/shapes/person.ttl", """
                recs:name a sh:PropertyShape ; sh:targetClass rec:Person ; sh:path rec:name ; sh:minCount 2 .
                """);
        Path people = home.resolve("data/people.ttl");
        assertThat(Run.of("validate", "--home", home, people).code()).isZero();
        assertThat(Run.of("validate", "--home", home, people, stricter).code()).isEqualTo(ExitCode.WRONG);
    }

    @Test
    void rejectsMissingPathEmptyFolderAndUnknownFormat() throws IOException {
        assertThat(Run.of("validate", "--home", home, dir.resolve("none.ttl"))).satisfies(run -> {
            assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
            assertThat(run.err()).contains("none.ttl' does not exist");
        });
        Files.createDirectory(dir.resolve("empty"));
        assertThat(Run.of("validate", "--home", home, dir.resolve("empty")).code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("validate", "--format", "yaml").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("validate", "--home", dir.resolve("none")).code()).isEqualTo(ExitCode.BROKEN);
    }

    @Test
    void warnsOfFilesThatAreNotReadAndOfAMissingBase() throws IOException {
        Files.delete(home.resolve("data/dataset.ttl"));
        Files.createFile(home.resolve("data/more.trig"));
        Files.createFile(home.resolve("data/MORE.TTL"));
        Run run = Run.of("validate", "--home", home);
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("onrecord: warning: 'data/MORE.TTL' is not read"),
                        line -> assertThat(line).startsWith("onrecord: warning: 'data/more.trig' is not read"),
                        line -> assertThat(line).startsWith("onrecord: warning: 'data/dataset.ttl' is missing"));
        assertThat(run.code()).isZero();
    }

    @Test
    void reportsFileLineAndColumnOfSyntaxError() throws IOException {
        Path broken = SmallHome.file(dir, "broken.ttl", "rec:a rec:b .\n");
        Run run = Run.of("validate", "--home", home, broken);
        assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("onrecord: " + broken + ":4:");
    }
}
