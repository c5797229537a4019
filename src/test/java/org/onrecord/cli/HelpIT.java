// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

/** Help of the jar for each command. */
class HelpIT {
    @TempDir
    Path folder;

    @Test
    void listsEveryCommand() throws Exception {
        Run run = Program.run(folder, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Usage: onrecord ");
        assertThat(commands())
                .isNotEmpty()
                .allSatisfy(command -> assertThat(run.out()).containsPattern("(?m)^  " + command + " +\\S"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void printsHelpOfEachCommand(String command) throws Exception {
        Run run = Program.run(folder, command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Usage: onrecord " + command).contains("-h, --help");
    }

    @Test
    void printsVersion() throws Exception {
        Run run = Program.run(folder, "--version");
        assertThat(run.code()).isZero();
        assertThat(run.out()).matches("onrecord \\d+\\.\\d+\\.\\d+\\R");
    }

    static List<String> commands() {
        return Stream.of(OnRecord.class.getAnnotation(Command.class).subcommands())
                .map(type -> type.getAnnotation(Command.class).name())
                .toList();
    }
}
