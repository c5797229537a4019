// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the commands in README.md, except {@code serve}, which does not end. */
class ExamplesIT {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern OUTSIDE = Pattern.compile("(?<= )\\.\\./[\\w./-]+");

    @Test
    void readmeHasExamples() {
        assertThat(examples()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> work() {
        return examples().stream()
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    assumeThat(OUTSIDE.matcher(line)
                                    .results()
                                    .map(MatchResult::group)
                                    .map(Path::of))
                            .as("files outside of the project")
                            .allMatch(Files::exists);
                    Run run = Program.run(new ProcessBuilder("bash", "-o", "pipefail", "-c", line));
                    assertThat(run.code()).as(run.err()).isZero();
                    assertThat(run.out() + run.err()).isNotEmpty();
                }));
    }

    private static List<String> examples() {
        return BLOCK.matcher(Program.text(Path.of("README.md")))
                .results()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> line.startsWith("target/onrecord ") && !line.contains(" serve"))
                .toList();
    }
}
