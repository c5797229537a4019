// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

class ValuePairsTest {
    private static final Node WORDS = term("words");
    private static final Node THING = term("thing");

    private final Random random = new Random(7);

    @Test
    void countsTheSubjectsOfEachPair() {
        Graph graph = graph();
        assertThat(pairs(graph)).isEqualTo(counted(graph)).hasSizeGreaterThan(20);
        assertThat(pairs(StoredGraph.union(List.of(graph)))).isEqualTo(counted(graph));
    }

    @Test
    void findsNoneWithoutOneOfTheProperties() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        graph.add(term("s"), WORDS, term("w"));
        assertThat(pairs(graph)).isEmpty();
    }

    private Graph graph() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        for (int i = 0; i < 300; i++) {
            Node property = List.of(WORDS, THING, term("other")).get(random.nextInt(3));
            graph.add(term("s" + random.nextInt(60)), property, term("v" + random.nextInt(8)));
        }
        return graph;
    }

    private static Map<List<Node>, Integer> pairs(Graph graph) {
        Map<List<Node>, Integer> pairs = new HashMap<>();
        new ValuePairs(graph, WORDS, THING)
                .forEach((first, second, subjects) -> pairs.put(List.of(first, second), subjects));
        return pairs;
    }

    private static Map<List<Node>, Integer> counted(Graph graph) {
        Map<List<Node>, Integer> pairs = new HashMap<>();
        for (Triple words : graph.find(Node.ANY, WORDS, Node.ANY).toList()) {
            graph.find(words.getSubject(), THING, Node.ANY)
                    .forEachRemaining(
                            thing -> pairs.merge(List.of(words.getObject(), thing.getObject()), 1, Integer::sum));
        }
        return pairs;
    }

    private static Node term(String name) {
        return NodeFactory.createURI("urn:" + name);
    }
}
