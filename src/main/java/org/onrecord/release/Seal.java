// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onrecord.source.Reason;
import org.onrecord.validation.Report;

/**
 * The hash of the release bundled with the program, if its validation had no findings. A home with this hash, which
 * includes the shapes, is not validated again.
 */
public final class Seal {
    private static final String RESOURCE = "/META-INF/onrecord-release";

    private Seal() {}

    /** Whether the program has a seal with the hash of the release. */
    static boolean holds(ReleaseHash release) {
        try (InputStream seal = Seal.class.getResourceAsStream(RESOURCE)) {
            return seal != null
                    && new String(seal.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .equals(release.hash());
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own file " + RESOURCE + " cannot be read", e);
        }
    }

    /**
     * Writes the seal of a release into the class folder.
     *
     * @param classes the folder of class files
     * @param report its report; nothing is written if it has findings
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path classes, Release release, Report report) {
        Path file = classes.resolve(RESOURCE.substring(1));
        try {
            Files.deleteIfExists(file);
            if (report.findings().isEmpty()) {
                Files.writeString(file, release.hash() + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' cannot be written: " + Reason.of(e), e);
        }
    }
}
