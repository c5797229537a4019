// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

/** What the program tells the shell when it ends. */
public final class ExitCode {
    /** Done; nothing is wrong. */
    public static final int DONE = 0;

    /** The checked thing is wrong: a violation, a difference. */
    public static final int WRONG = 1;

    /** Wrong usage: an unknown option, question or parameter, a value of the wrong type. */
    public static final int USAGE = 2;

    /** Unreadable or broken input; the message names the file and, where there is one, line and column. */
    public static final int BROKEN = 3;

    /** The outside failed: port taken, network, disk, rights. */
    public static final int OUTSIDE = 4;

    private ExitCode() {}
}
