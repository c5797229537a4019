// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.line;

import org.apache.jena.riot.system.ErrorHandler;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Position;

/** Rejects syntax errors and ignores warnings, because dumps of other programs may cause warnings in RIOT. */
final class LenientErrorHandler implements ErrorHandler {
    private final String file;

    LenientErrorHandler(String file) {
        this.file = file;
    }

    @Override
    public void warning(String message, long line, long column) {
        // Ignored.
    }

    @Override
    public void error(String message, long line, long column) {
        throw refusal(message, line, column);
    }

    @Override
    public void fatal(String message, long line, long column) {
        throw refusal(message, line, column);
    }

    private BrokenFileException refusal(String message, long line, long column) {
        return new BrokenFileException(file, new Position(Math.max(1, line), Math.max(1, column)), message);
    }
}
