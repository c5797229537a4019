// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SampleHome;
import org.onrecord.cli.option.ExitCode;

class SchemaTest {
    @TempDir
    Path dir;

    @Test
    void printsSchemaWithTheCodesOfTheHome() throws IOException {
        Path home = SampleHome.copy(dir);
        Run run = Run.of("sheet", "--schema", "--home", home);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("{\n    \"$schema\": \"https://json-schema.org/draft/2020-12/schema\"")
                .contains("\"const\": \"call-on\"");
        assertThat(Run.of("sheet", "x", "--schema", "--home", home).err()).contains("Give either");
        assertThat(Run.of("sheet", "--home", home)).satisfies(none -> {
            assertThat(none.code()).isEqualTo(ExitCode.USAGE);
            assertThat(none.err()).contains("onrecord sheet ARTICLE; or give --schema");
        });
    }

    @Test
    void newWritesTheSchemaThatTheFirstLineOfTheSheetNames() throws IOException {
        Path home = SampleHome.copy(dir.resolve("home"));
        Path text =
                Files.writeString(dir.resolve("Toll 1.txt"), "Hask wants toll\n\nHask said that he wants a toll.\n");
        Run run = Run.of("new", text, "--home", home);
        assertThat(run.code()).isZero();
        assertThat(home.resolve("texts/toll-1.yaml"))
                .content()
                .startsWith("# yaml-language-server: $schema=sheet.schema.json\n");
        assertThat(home.resolve("texts/sheet.schema.json"))
                .hasContent(Run.of("sheet", "--schema", "--home", home).out());
        assertThat(home.resolve("texts/Toll 1.txt")).hasSameTextualContentAs(text);
        assertThat(Run.of("new", text, "--home", home).err()).contains("exists; delete it, or give another --id");
        Files.writeString(text, "Another text.");
        assertThat(Run.of("new", text, "--home", home, "--id", "y").err()).contains("another text of the same name");
    }
}
