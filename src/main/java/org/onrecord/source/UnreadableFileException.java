// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** A file or folder that is missing or cannot be read. */
public final class UnreadableFileException extends RuntimeException {
    private final String file;

    public UnreadableFileException(String file, IOException cause) {
        super("'" + file + "' " + reason(cause), cause);
        this.file = file;
    }

    /** A missing file or folder, with a remedy. */
    public UnreadableFileException(String file, String remedy) {
        super("'" + file + "' does not exist; " + remedy);
        this.file = file;
    }

    /** The file name for messages. */
    public String file() {
        return file;
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "does not exist; check the path";
        }
        if (cause instanceof AccessDeniedException) {
            return "cannot be read: permission denied; check its permissions";
        }
        if (cause instanceof NotDirectoryException) {
            return "is not a folder; use the folder that contains it";
        }
        if (cause instanceof MalformedInputException) {
            return "is not UTF-8; save it as UTF-8";
        }
        return "cannot be read: " + Reason.of(cause);
    }
}
