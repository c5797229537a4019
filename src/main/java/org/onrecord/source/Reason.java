// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Messages of exceptions. */
public final class Reason {
    private Reason() {}

    /** The message of an exception, or its class name if it has none. Some exceptions of files have only a path. */
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied: " + message;
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder: " + message;
        }
        return failure instanceof FileAlreadyExistsException ? "a file of this name exists: " + message : message;
    }
}
