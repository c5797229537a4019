// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A poison graph for RDFC-1.0. */
class PoisonGraphTest {
    private static final int BLANK_NODES = 12;

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    @DisplayName("RDFC-1.0 poison graph => stopped by the work limit, reported")
    void stopsAtWorkLimit() {
        Graph clique = GraphMemFactory.createDefaultGraph();
        Node next = NodeFactory.createURI("http://example.org/next");
        List<Node> nodes = IntStream.range(0, BLANK_NODES)
                .mapToObj(i -> NodeFactory.createBlankNode())
                .toList();
        nodes.forEach(from -> nodes.forEach(to -> clique.add(from, next, to)));
        assertThatThrownBy(() -> CanonicalLines.of(clique, 200))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("exceeded its limit");
    }
}
