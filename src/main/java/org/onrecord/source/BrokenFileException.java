// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

/** A file with invalid content: its name, the position, and the problem. */
public final class BrokenFileException extends RuntimeException {
    private final String file;
    private final Position position;
    private final String problem;

    public BrokenFileException(String file, Position position, String problem) {
        super(file + ":" + position + ": " + problem);
        this.file = file;
        this.position = position;
        this.problem = problem;
    }

    /** The file name for messages. */
    public String file() {
        return file;
    }

    /** The position of the error. */
    public Position position() {
        return position;
    }

    /** The problem and its remedy. */
    public String problem() {
        return problem;
    }
}
