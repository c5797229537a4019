// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.chat;

/** A model server gave no usable answer. The message has its address and what to do, and never the key. */
public final class ChatFailedException extends RuntimeException {
    /** A failure with its message. */
    public ChatFailedException(String message) {
        super(message);
    }
}
