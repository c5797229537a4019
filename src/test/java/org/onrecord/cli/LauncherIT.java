// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher that the build leaves beside the jar, in a folder of its own. */
class LauncherIT {
    private static final String VERSION = "onrecord 0.1.0\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws Exception {
        for (String file : new String[] {"onrecord", "onrecord.jar"}) {
            Files.copy(Path.of("target", file), folder.resolve(file), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @ParameterizedTest
    @CsvSource({"--version, org.onrecord.cli.OnRecord", "compile nothing.yaml, org.onrecord.sheet.Sheets"})
    void takesClassesFromTheArchiveOfItsCommand(String arguments, String type) throws Exception {
        ProcessBuilder program = Program.builder(folder, (Object[]) arguments.split(" "));
        program.environment().put("JAVA_OPTS", "-Xlog:class+load:stdout");
        assertThat(Program.run(program).out())
                .containsPattern(Pattern.quote(type) + " source: shared objects file \\(top\\)");
    }

    @Test
    void runsAServerThatIsNotNamed() throws Exception {
        Path java = Files.writeString(
                Files.createDirectories(folder.resolve("bin")).resolve("java"), "#!/bin/sh\necho $*\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        for (String arguments : List.of("", "serve", "compile x.yaml --watch", "ask statements")) {
            ProcessBuilder launcher = new ProcessBuilder(
                    Stream.concat(Stream.of(folder.resolve("onrecord").toString()), Stream.of(arguments.split(" ")))
                            .filter(argument -> !argument.isEmpty())
                            .toList());
            launcher.environment().put("JAVA_HOME", folder.toString());
            assertThat(Program.run(launcher).out().contains("TieredStopAtLevel"))
                    .as(arguments)
                    .isEqualTo(arguments.startsWith("ask"));
        }
    }

    @Test
    void startsWithoutAnArchiveOrWithABrokenOne() throws Exception {
        assertThat(run(folder.resolve("onrecord"))).isEqualTo(new Run(0, VERSION, ""));
        Files.writeString(folder.resolve("onrecord.jsa"), "not an archive");
        assertThat(run(folder.resolve("onrecord"))).isEqualTo(new Run(0, VERSION, ""));
    }

    @Test
    void findsTheJarThroughLinks() throws Exception {
        Path links = Files.createDirectory(folder.resolve("a folder"));
        Path absolute = Files.createSymbolicLink(links.resolve("absolute"), folder.resolve("onrecord"));
        Path relative = Files.createSymbolicLink(links.resolve("relative"), Path.of("../onrecord"));
        assertThat(run(absolute).out()).isEqualTo(VERSION);
        assertThat(run(relative).out()).isEqualTo(VERSION);
    }

    @Test
    void readsNamesInAnyScriptWhateverTheLocale() throws Exception {
        Path script = Files.writeString(
                folder.resolve("ask"),
                "LC_ALL=C ./onrecord ask who-stated-what about='\u041b\u0430\u0447\u0438\u043d\u0441\u043a\u0438\u0439"
                        + " \u043a\u043e\u0440\u0438\u0434\u043e\u0440' --format csv");
        ProcessBuilder program = new ProcessBuilder("sh", script.toString()).directory(folder.toFile());
        program.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Run run = Program.run(program);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().count()).isGreaterThan(1);
    }

    @Test
    void saysWhatIsMissingWithoutJava() throws Exception {
        ProcessBuilder program = new ProcessBuilder(folder.resolve("onrecord").toString(), "--version");
        program.environment().putAll(Map.of("JAVA_HOME", "/nowhere"));
        Run run = Program.run(program);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("onrecord: no Java found: install JDK 17 or newer, or set JAVA_HOME\n");
    }

    private static Run run(Path launcher) throws Exception {
        return Program.run(new ProcessBuilder(launcher.toString(), "--version"));
    }
}
