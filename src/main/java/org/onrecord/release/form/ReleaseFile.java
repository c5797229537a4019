// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import com.jcraft.jzlib.GZIPOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.onrecord.release.Sha256;

/**
 * A file of a release.
 *
 * @param name the file name
 * @param mediaType without parameters
 * @param bytes its length
 * @param sha256 64 lower-case hex digits
 */
public record ReleaseFile(String name, String mediaType, long bytes, String sha256) {
    /** The media type of gzip (RFC 6713). */
    public static final String GZIP = "application/gzip";

    /** The extension of gzip files. */
    public static final String EXTENSION = ".gz";

    /** Removes the extension of gzip files. */
    public static String unpacked(String name) {
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }

    /** An existing file. */
    public static ReleaseFile of(Path file, String mediaType) throws IOException {
        return new ReleaseFile(file.getFileName().toString(), mediaType, Files.size(file), Sha256.of(file));
    }

    /** Compresses a file to {@code .gz}. Deterministic: the header has no time, name or system (RFC 1952). */
    public static ReleaseFile pack(Path file) throws IOException {
        Path packed = file.resolveSibling(file.getFileName() + EXTENSION);
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
            in.transferTo(out);
        }
        return of(packed, GZIP);
    }
}
