// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
    private static final Graph ONE = SSE.parseGraph("(graph (<urn:s> <urn:p> <urn:o>))");

    private final Snapshot snapshot = new Snapshot(ONE, Map.of("urn:one", ONE));

    private long graphs() {
        return snapshot.dataset().stream()
                .map(quad -> quad.getGraph())
                .distinct()
                .count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { GRAPH <urn:two> { ?s ?p ?o } }",
                "SELECT * { VALUES ?g { <urn:two> <urn:three> } GRAPH ?g { ?s ?p ?o } }",
                "SELECT * { GRAPH <urn:two> { ?s (<urn:p>|!<urn:q>)* ?o } }",
                "SELECT * FROM NAMED <urn:two> { GRAPH ?g { ?s ?p ?o } }"
            })
    void holdsNoGraphMoreAfterOneWasAskedForThatThereIsNot(String text) {
        Query query = QueryFactory.create(text);
        try (QueryExec exec = QueryExec.dataset(snapshot.dataset()).query(query).build()) {
            exec.select().materialize();
        }
        assertThat(snapshot.dataset().size()).isEqualTo(1);
        assertThat(snapshot.dataset().listGraphNodes()).toIterable().hasSize(1);
        assertThat(graphs()).isEqualTo(2);
    }

    @Test
    void findsWhatAGraphHoldsAndTheSameInTheDefaultGraph() {
        assertThat(snapshot.dataset().getDefaultGraph().size()).isEqualTo(1);
        assertThat(snapshot.dataset().getUnionGraph().size()).isEqualTo(1);
        assertThat(snapshot.dataset()
                        .getGraph(org.apache.jena.graph.NodeFactory.createURI("urn:one"))
                        .size())
                .isEqualTo(1);
    }
}
