// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.cli.OnRecord;

class GeneratedHomeTest {
    @Test
    void isValid(@TempDir Path home) throws IOException {
        assertThat(GeneratedHome.write(home, 5_000, 1)).isGreaterThan(3_000);
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        int code = OnRecord.run(new String[] {"validate", "--home", home.toString()}, writer, writer);
        assertThat(code).as(out.toString()).isZero();
    }
}
