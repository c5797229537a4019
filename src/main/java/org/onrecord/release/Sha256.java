// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 in the making. For one thread. */
public final class Sha256 {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;

    /** The digest of nothing, so far. */
    public Sha256() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The SHA-256 of a file: 64 lower-case hex digits. */
    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /** The SHA-256 of all that can be read: 64 lower-case hex digits. */
    public static String of(InputStream in) throws IOException {
        Sha256 sha = new Sha256();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sha.digest.update(buffer, 0, read);
        }
        return sha.hex();
    }

    /** Adds bytes. */
    public void update(byte[] bytes) {
        digest.update(bytes);
    }

    /** The digest of all that was added: 64 lower-case hex digits. To be called once. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
