// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

/** Messages of exceptions. */
public final class Reason {
    private Reason() {}

    /** The message of an exception, or its class name if it has none. */
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
