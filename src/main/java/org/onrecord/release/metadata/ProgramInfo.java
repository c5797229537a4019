// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Information about the program. */
public final class ProgramInfo {
    private static final String FILE = "program.properties";

    private ProgramInfo() {}

    /** The version set by the build. */
    public static String version() {
        Properties properties = new Properties();
        try (InputStream file = ProgramInfo.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("Missing bundled file '" + FILE + "'");
            }
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own file '" + FILE + "' cannot be read", e);
        }
        return properties.getProperty("version", "");
    }
}
