// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import org.apache.commons.codec.digest.DigestUtils;
import org.onrecord.source.SourceFile;

/**
 * A file as it was loaded.
 *
 * @param source the file
 * @param state its {@link SourceFile#state} before it was read
 * @param digest the SHA-256 of its bytes: 64 lower-case hex digits
 */
public record LoadedFile(SourceFile source, String state, String digest) {
    /** The file with these bytes. */
    static LoadedFile of(SourceFile source, String state, byte[] bytes) {
        return new LoadedFile(source, state, DigestUtils.sha256Hex(bytes));
    }

    /** The name of the file. */
    public String name() {
        return source.name();
    }
}
