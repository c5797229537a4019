// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.option;

/** Exit codes. */
public final class ExitCode {
    /** Success. */
    public static final int DONE = 0;

    /** A check failed: a violation or difference. */
    public static final int WRONG = 1;

    /** Invalid usage: an unknown option, question or parameter, or an invalid value. */
    public static final int USAGE = 2;

    /** Unreadable or invalid input; the message has the file, and line and column if known. */
    public static final int BROKEN = 3;

    /** External failure: port in use, network, disk, permissions. */
    public static final int OUTSIDE = 4;

    private ExitCode() {}
}
