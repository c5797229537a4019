// SPDX-License-Identifier: Apache-2.0
package org.onrecord.conformance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.onrecord.release.CanonicalLines;

/** The W3C's RDFC-1.0 cases of one graph, through the lines that a release is hashed by. */
class W3cCanonicalizationTest {
    private static final Map<String, List<String>> KNOWN =
            Map.of("asks for SHA-384, the lines are made with SHA-256", List.of("test075c"));

    @Test
    void passesEveryCaseThatIsNotLeftOut() {
        List<Case> cases = Suite.cases("rdfc10");
        List<Case> ofOneGraph = cases.stream()
                .filter(test -> test.type().equals("RDFC10EvalTest"))
                .filter(test -> dataset(test).isEmpty() || dataset(test).size() == 0)
                .toList();
        String title =
                "RDFC-1.0 as a release is hashed (%d cases left out: with named graphs, which are hashed one by one;"
                        + " of maps of blank nodes, which are not given out; of a poison graph, which PoisonGraphTest has)";
        new Suite(title.formatted(cases.size() - ofOneGraph.size()), ofOneGraph, KNOWN)
                .check(W3cCanonicalizationTest::passes);
    }

    private static boolean passes(Case test) {
        String found = CanonicalLines.of(dataset(test).getDefaultGraph()).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return found.equals(Case.text(test.result()));
    }

    private static DatasetGraph dataset(Case test) {
        return RDFParser.fromString(Case.text(test.action().getURI()), Lang.NQUADS)
                .toDatasetGraph();
    }
}
