// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.onrecord.release.metadata.ProgramInfo;
import org.onrecord.vocabulary.BaseIri;

/** Checks CITATION.cff against the used part of the CFF 1.2.0 schema. */
class CitationTest {
    private static final Path FILE = Path.of("CITATION.cff");
    private static final Set<String> KEYS = Set.of(
            "abstract", "authors", "cff-version", "keywords", "license", "message", "title", "type", "url", "version");

    @Test
    void hasRequiredAndKnownKeys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String line : Files.readAllLines(FILE)) {
            if (line.matches("[a-z-]+:.*")) {
                assertThat(keys.add(line.substring(0, line.indexOf(':'))))
                        .as(line)
                        .isTrue();
            }
        }
        assertThat(keys).contains("cff-version", "message", "title", "authors").isSubsetOf(KEYS);
    }

    @Test
    void matchesProgram() throws IOException {
        assertThat(Files.readAllLines(FILE))
                .contains(
                        "cff-version: 1.2.0",
                        "type: dataset",
                        "version: " + ProgramInfo.version(),
                        "license: CC-BY-4.0",
                        "url: " + BaseIri.ONRECORD.dataset(),
                        "  - name: The On Record project");
    }

    @Test
    void usesSpacesAndQuotesColons() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        assertThat(lines).noneMatch(line -> line.contains("\t"));
        assertThat(lines.stream().filter(line -> line.matches("[a-z-]+: [^\"].*: .*")))
                .isEmpty();
    }
}
