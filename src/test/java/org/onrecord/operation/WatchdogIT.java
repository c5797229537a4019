// SPDX-License-Identifier: Apache-2.0
package org.onrecord.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.cli.Serving;

/** The watchdog of the operator's guide ends a server that is frozen; a stub stands for systemctl. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchdogIT {
    @TempDir
    private static Path folder;

    @Test
    void killsAFrozenServer() throws Exception {
        Needed.program("curl", "curl");
        Path script = Files.writeString(folder.resolve("watch"), Guide.example("Watchdog script"));
        try (Serving server = Serving.start(folder)) {
            Path stub = Files.writeString(
                    folder.resolve("systemctl"),
                    "#!/bin/sh\n[ \"$*\" = 'kill --signal=KILL onrecord.service' ] && kill -KILL " + server.pid()
                            + "\n");
            assertThat(stub.toFile().setExecutable(true)).isTrue();
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("watch.out").toFile());
            builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
            builder.environment().put("ONRECORD_PORT", String.valueOf(server.port()));
            builder.environment().put("WATCH_SECONDS", "1");
            builder.environment().put("WATCH_GRACE", "0");
            server.signal("STOP");
            Process watch = builder.start();
            try {
                assertThat(server.ended(100)).isTrue();
            } finally {
                watch.destroy();
            }
        }
    }
}
