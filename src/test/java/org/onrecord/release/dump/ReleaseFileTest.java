// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.release.form.ReleaseFile;

class ReleaseFileTest {
    @TempDir
    Path dir;

    /** Java's Deflater depends on the zlib version; these bytes must not change. */
    @Test
    void gzipIsDeterministic() throws IOException {
        String text = IntStream.range(0, 20_000)
                .mapToObj(i -> "<http://example.org/" + i * 7 % 1000 + "> \"" + i + "\"\n")
                .collect(Collectors.joining());
        Path file = Files.writeString(dir.resolve("lines.nt"), text);
        assertThat(ReleaseFile.pack(file))
                .isEqualTo(new ReleaseFile(
                        "lines.nt.gz",
                        "application/gzip",
                        76_769,
                        "33bf65daf991d1a43f8c2e70f35708460aca9b70860eb2c8db7d592091a10c80"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 3_000_000})
    void gzipRoundTrip(int length) throws IOException {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        Path file = Files.write(dir.resolve("noise"), noise);
        ReleaseFile packed = ReleaseFile.pack(file);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(dir.resolve(packed.name())))) {
            assertThat(in.readAllBytes()).isEqualTo(noise);
        }
    }
}
