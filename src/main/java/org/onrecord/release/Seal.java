// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onrecord.source.Reason;

/**
 * The hash of the release that this program was built with, and whose validation found nothing. A home with that hash is
 * known to conform, shapes and all, and is not validated again; one changed literal gives another hash.
 */
public final class Seal {
    private static final String RESOURCE = "/META-INF/onrecord-release";

    private Seal() {}

    /** Whether this program carries a seal, and it is that of the release. */
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
     * Writes the seal of a release where the build packs it.
     *
     * @param classes the folder of the program's class files
     * @param ready what was loaded; nothing is written if its report holds a finding
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path classes, Loading.Ready ready) {
        Path file = classes.resolve(RESOURCE.substring(1));
        try {
            Files.deleteIfExists(file);
            if (ready.report().findings().isEmpty()) {
                Files.writeString(file, ready.release().hash() + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' cannot be written: " + Reason.of(e), e);
        }
    }
}
