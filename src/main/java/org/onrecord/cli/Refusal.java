// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

/** A command ends without doing what was asked, for a reason that its user can act on. */
final class Refusal extends RuntimeException {
    private final int code;

    /**
     * A refusal.
     *
     * @param code one of {@link ExitCode}
     * @param message what is wrong and what to do; several lines for several things
     */
    Refusal(int code, String message) {
        super(message);
        this.code = code;
    }

    /** The exit code, one of {@link ExitCode}. */
    int code() {
        return code;
    }
}
