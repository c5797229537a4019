// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void takesClassesFromTheArchive() throws Exception {
        ProcessBuilder program = Program.builder(folder, "--version");
        program.environment().put("JAVA_OPTS", "-Xlog:class+load:stdout");
        assertThat(Program.run(program).out().lines().filter(line -> line.contains("shared objects file (top)")))
                .hasSizeGreaterThan(100);
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
