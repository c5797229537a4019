// SPDX-License-Identifier: Apache-2.0
package org.onrecord.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.ModelFactory;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule is a query that finds what breaks it; its first comment line says the rule, the file beside it breaks it. */
class HygieneTest {
    private static final List<Path> RULES = Sources.below(Sources.RESOURCES.resolve("hygiene"), ".rq");
    private static final Graph ONTOLOGY =
            Sources.graph(Sources.TERMS, Sources.CODES, Sources.DECLARATIONS, Sources.ALIGNMENTS);

    @Test
    void theOntologyKeepsEveryRule() {
        SoftAssertions failures = new SoftAssertions();
        for (Path rule : RULES) {
            failures.assertThat(broken(rule, ONTOLOGY)).as(sentence(rule)).isEmpty();
        }
        failures.assertAll();
    }

    @TestFactory
    Stream<DynamicTest> aRuleFindsWhatBreaksIt() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        sentence(rule),
                        () -> assertThat(broken(rule, Sources.graph(example(rule))))
                                .isNotEmpty()));
    }

    private static List<String> broken(Path rule, Graph graph) {
        try (QueryExecution execution =
                QueryExecution.create(Sources.text(rule), ModelFactory.createModelForGraph(graph))) {
            List<String> rows = new ArrayList<>();
            ResultSetFormatter.toList(execution.execSelect()).forEach(row -> rows.add(row.toString()));
            return rows;
        }
    }

    private static String sentence(Path rule) {
        return Sources.text(rule)
                .lines()
                .filter(line -> line.startsWith("# ") && !line.contains("SPDX"))
                .findFirst()
                .map(line -> line.substring(2))
                .orElseThrow(() -> new AssertionError("\"" + rule + "\" has no comment line that says its rule"));
    }

    private static Path example(Path rule) {
        return rule.resolveSibling(rule.getFileName().toString().replace(".rq", ".ttl"));
    }
}
