// SPDX-License-Identifier: Apache-2.0
package org.onrecord.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdf.model.ModelFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule has a folder of its name with what is given and what is to be derived from it. */
class RulesTest {
    private static final Path CASES = Sources.RESOURCES.resolve("rules");

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleDerivesWhatItsCaseExpects(Path rule) {
        Path folder = CASES.resolve(rule.getFileName().toString().replace(".rq", ""));
        Graph expected = Sources.graph(folder.resolve("expected.ttl"));

        Graph derived = derived(rule, Sources.graph(folder.resolve("given.ttl")));

        assertThat(derived.find().toList())
                .containsExactlyInAnyOrderElementsOf(expected.find().toList());
    }

    static List<Path> rules() {
        return Sources.below(Sources.RULES, ".rq");
    }

    private static Graph derived(Path rule, Graph given) {
        try (QueryExecution execution =
                QueryExecution.create(Sources.text(rule), ModelFactory.createModelForGraph(given))) {
            return execution.execConstruct().getGraph();
        }
    }
}
