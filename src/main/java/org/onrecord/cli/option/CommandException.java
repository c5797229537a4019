// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.option;

/** A command failed for a reason that the user can fix. */
public final class CommandException extends RuntimeException {
    private final int code;

    /**
     * Creates an exception.
     *
     * @param code one of {@link ExitCode}
     * @param message the problem and its remedy; one line per problem
     */
    public CommandException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** The exit code, one of {@link ExitCode}. */
    public int code() {
        return code;
    }
}
