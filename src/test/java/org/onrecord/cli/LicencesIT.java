// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar contains the licences of its libraries. */
class LicencesIT {
    @ParameterizedTest
    @CsvSource({
        "META-INF/LICENSE,              Apache License",
        "META-INF/LICENSE,              Jeff Ichnowski",
        "META-INF/LICENSE.txt,          QOS.ch",
        "META-INF/LICENSE.txt,          Snowball",
        "META-INF/LICENSE.md,           Eclipse Public License",
        "META-INF/NOTICE,               Apache Jena",
        "META-INF/NOTICE.md,            Jakarta",
        "META-INF/licenses/jzlib.txt,   JCraft",
        "META-INF/licenses/protobuf-java.txt, Google Inc."
    })
    void containsLicencesOfLibraries(String file, String holder) throws IOException {
        try (ZipFile jar = new ZipFile(System.getProperty("onrecord.jar", "target/onrecord.jar"));
                InputStream text = jar.getInputStream(jar.getEntry(file))) {
            assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8)).contains(holder);
        }
    }
}
