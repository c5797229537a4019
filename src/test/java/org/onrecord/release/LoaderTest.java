// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Home;

class LoaderTest {
    @TempDir
    private Path folder;

    @Test
    void rejectsFilesWithSameGraphName() throws IOException {
        for (String file : new String[] {"ontology/a-b.ttl", "data/a/b.ttl"}) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "<http://example.org/a> <http://example.org/b> 1 .");
        }
        Files.createDirectory(folder.resolve("queries"));
        Loader loader = new Loader(Home.at(folder), step -> {});
        assertThatThrownBy(loader::load)
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("data/a/b.ttl:1:1")
                .hasMessageContaining("rename the file");
    }
}
