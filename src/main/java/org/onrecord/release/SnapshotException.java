// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.io.IOException;

/** A snapshot that cannot be used. The message says why and continues a sentence: "it is damaged". */
final class SnapshotException extends IOException {
    private static final long serialVersionUID = 1;

    SnapshotException(String message) {
        super(message);
    }
}
