// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.option;

import java.io.PrintWriter;
import java.util.Locale;
import org.onrecord.source.Progress;
import picocli.CommandLine.Help.Ansi;

/** Prints the progress of long work: a line for each step, and on a terminal below them one that is updated. Thread-safe. */
public final class ProgressLine implements Progress {
    /** Returns to the start of the line and erases it (ECMA-48, EL). */
    private static final String ERASE = "\r\u001B[K";

    private final PrintWriter out;
    private final boolean terminal;

    /** Creates an output for messages. */
    public ProgressLine(PrintWriter out) {
        this(out, Ansi.AUTO.enabled());
    }

    ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void step(String line) {
        out.println(terminal ? ERASE + line : line);
        out.flush();
    }

    @Override
    public synchronized void part(String what, long done, long all) {
        if (terminal) {
            out.print(done == all ? ERASE : String.format(Locale.ROOT, "%s%,d of %,d %s", ERASE, done, all, what));
            out.flush();
        }
    }
}
