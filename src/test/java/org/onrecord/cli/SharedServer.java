// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A test class with one jar that serves the real articles from a folder that knows nothing of them. */
abstract class SharedServer {
    @TempDir
    static Path folder;

    static Serving server;

    @BeforeAll
    static void start() throws IOException {
        server = Serving.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }
}
