// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static String printed(boolean terminal) {
        StringWriter text = new StringWriter();
        ProgressLine line = new ProgressLine(new PrintWriter(text), terminal);
        line.part("files", 1, 1200);
        line.step("a warning");
        line.part("files", 1199, 1200);
        line.part("files", 1200, 1200);
        line.step("read them");
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void updatesOneLineOnATerminal() {
        String erase = "\r\u001B[K";
        assertThat(printed(true))
                .isEqualTo(erase + "1 of 1,200 files" + erase + "a warning\n" + erase + "1,199 of 1,200 files" + erase
                        + erase + "read them\n");
    }

    @Test
    void printsOnlyStepsElsewhere() {
        assertThat(printed(false)).isEqualTo("a warning\nread them\n");
    }
}
