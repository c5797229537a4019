// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide's recipes are what runs: RDF4J's here, the others in CI, which takes them from the guide. */
class StoresGuideTest {
    private static final Path GUIDE = Path.of("src/site/markdown/stores.md");
    private static final Pattern JAVA = Pattern.compile("(?s)<!-- rdf4j: java -->\n```java\n(.*?)```");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");

    @Test
    void loadsRdf4jAsTheGuideSays() throws IOException {
        Matcher block = JAVA.matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        String test = words(Files.readString(Path.of("src/test/java/org/onrecord/stores/Rdf4jIT.java")));
        assertThat(test).contains(words(block.group(1)));
    }

    @Test
    void saysOfEveryStoreWhetherItRunsHere() throws IOException {
        List<String> headings = HEADING.matcher(Files.readString(GUIDE))
                .results()
                .map(heading -> heading.group(1))
                .toList();
        assertThat(headings)
                .hasSizeGreaterThanOrEqualTo(11)
                .allSatisfy(heading -> assertThat(heading).containsAnyOf("(run here", "(not run here)"));
    }

    @Test
    void hasARecipeForEveryStoreThatIsStarted() throws IOException {
        String guide = Files.readString(GUIDE);
        assertThat(List.of("fuseki", "virtuoso", "blazegraph", "oxigraph", "rdflib", "comunica"))
                .allSatisfy(store ->
                        assertThat(guide).containsPattern("<!-- " + store + ": serve http://localhost:\\d+/\\S+ -->"));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
