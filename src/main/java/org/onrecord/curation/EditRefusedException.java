// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

/** A change of a home that cannot be made; nothing was written. The message says what is wrong and what to do. */
public final class EditRefusedException extends RuntimeException {
    public EditRefusedException(String message) {
        super(message);
    }
}
