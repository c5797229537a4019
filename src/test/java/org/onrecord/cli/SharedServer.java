// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SampleHome;

/** Base class of tests that share one server process with the sample. */
abstract class SharedServer {
    @TempDir
    static Path folder;

    static Serving server;

    @BeforeAll
    static void start() throws IOException {
        server = Serving.start(folder, "--home", SampleHome.FOLDER.toAbsolutePath());
    }

    @AfterAll
    static void stop() {
        server.close();
    }
}
