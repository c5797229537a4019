// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;
import org.onrecord.source.UnreadableFileException;

/** SHA-256 of files. */
public final class Sha256 {
    private Sha256() {}

    /**
     * 64 lower-case hex digits.
     *
     * @throws UnreadableFileException if the file cannot be read
     */
    public static String of(Path file) {
        try {
            return new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file);
        } catch (IOException e) {
            throw new UnreadableFileException(file.toString(), e);
        }
    }
}
