// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import java.io.IOException;

/** The other server answered that it is busy: 503. */
final class BusyException extends IOException {
    private static final long serialVersionUID = 1;

    BusyException(String message) {
        super(message);
    }
}
