// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.chain;

import java.io.IOException;

/** A record of the chain that cannot be used. The message says why, without a capital: "a record is cut off". */
public final class RecordException extends IOException {
    private static final long serialVersionUID = 1;

    /** Creates an exception. */
    public RecordException(String message) {
        super(message);
    }

    RecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
