// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;

/** SHA-256 of files. */
public final class Sha256 {
    private Sha256() {}

    /** 64 lower-case hex digits. */
    public static String of(Path file) throws IOException {
        return new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file);
    }
}
