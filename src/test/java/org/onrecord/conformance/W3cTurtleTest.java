// SPDX-License-Identifier: Apache-2.0
package org.onrecord.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;

/** The W3C's Turtle 1.1 cases, read as a file of a home is. */
class W3cTurtleTest {
    private static final String BASE = "https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-turtle/";
    private static final Map<String, List<String>> KNOWN = Map.of(
            "U+FFFD is refused: it stands where text was damaged",
            List.of(
                    "labeled_blank_node_with_PN_CHARS_BASE_character_boundaries",
                    "prefix_with_PN_CHARS_BASE_character_boundaries"),
            "an http IRI without a host is refused",
            List.of("IRI-resolution-07"));

    @Test
    void passesEveryCaseThatIsNotLeftOut() {
        new Suite("Turtle 1.1 through the reader of the data files", Suite.cases("turtle"), KNOWN)
                .check(W3cTurtleTest::passes);
    }

    private static boolean passes(Case test) {
        try {
            TurtleFile file = read(test.action().getURI());
            return switch (test.type()) {
                case "TestTurtlePositiveSyntax" -> true;
                case "TestTurtleEval" -> file.graph().isIsomorphicWith(Case.graph(test.result()));
                default -> false;
            };
        } catch (BrokenFileException e) {
            return test.type().contains("Negative");
        }
    }

    /** A data file has no base but what it declares. */
    private static TurtleFile read(String address) {
        String name = address.substring(address.lastIndexOf('/') + 1);
        String text = "@base <" + BASE + name + "> .\n" + Case.text(address);
        return TurtleReader.read(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
