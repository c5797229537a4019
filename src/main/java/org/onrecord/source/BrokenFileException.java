// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

/** A file whose text is not what it should be: which file, where, and what was expected. */
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

    /** The file's name as shown to people. */
    public String file() {
        return file;
    }

    /** Where reading stopped. */
    public Position position() {
        return position;
    }

    /** What is wrong there, and what to do. */
    public String problem() {
        return problem;
    }
}
