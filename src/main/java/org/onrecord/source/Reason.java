// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

/** The reason of a failure in words for people. */
public final class Reason {
    private Reason() {}

    /** What an exception says; the name of its class where it says nothing, and never {@code null}. */
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
