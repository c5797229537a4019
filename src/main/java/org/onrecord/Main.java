// SPDX-License-Identifier: Apache-2.0
package org.onrecord;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.onrecord.cli.OnRecord;

/** The program: hands its arguments to the command line and exits with the code that this gives. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Numbers are read by programs: their digits must not depend on the language of the machine.
        Locale.setDefault(Locale.ROOT);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = OnRecord.run(args, out, err);
        out.flush();
        System.exit(code);
    }
}
