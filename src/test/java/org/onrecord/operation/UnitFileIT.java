// SPDX-License-Identifier: Apache-2.0
package org.onrecord.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit of the operator's guide, as systemd's own checks see it; no systemd runs for it. */
class UnitFileIT {
    /** Of 100; systemd calls units below 20 well contained. */
    private static final int MOST_EXPOSED = 20;

    @TempDir
    private static Path folder;

    @Test
    void isAUnitThatSystemdTakes() throws Exception {
        assertThat(analyze("verify", unit().toString())).isEmpty();
    }

    @Test
    void hasAWatchdogThatSystemdTakes() throws Exception {
        unit();
        Path watch = Files.writeString(folder.resolve("onrecord-watch.service"), Guide.example("Watchdog"));
        assertThat(analyze("verify", watch.toString())).isEmpty();
    }

    @Test
    void leavesTheServiceLittleToDoHarmWith() throws Exception {
        String report =
                analyze("security", "--offline=true", "--no-pager", "--threshold=" + MOST_EXPOSED, unit().toString());
        assertThat(report).contains("Overall exposure level for onrecord.service");
    }

    private static Path unit() throws IOException {
        return Files.writeString(folder.resolve("onrecord.service"), Guide.example("systemd"));
    }

    private static String analyze(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Needed.program("systemd-analyze", "systemd").toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
