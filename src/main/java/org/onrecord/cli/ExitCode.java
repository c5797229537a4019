// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

/** What the program tells the shell when it ends. */
final class ExitCode {
    /** Done; nothing is wrong. */
    static final int DONE = 0;

    /** The checked thing is wrong: a violation, a difference. */
    static final int WRONG = 1;

    /** Wrong usage: an unknown option, question or parameter, a value of the wrong type. */
    static final int USAGE = 2;

    /** Unreadable or broken input; the message names the file and, where there is one, line and column. */
    static final int BROKEN = 3;

    /** The outside failed: port taken, network, disk, rights. */
    static final int OUTSIDE = 4;

    private ExitCode() {}
}
