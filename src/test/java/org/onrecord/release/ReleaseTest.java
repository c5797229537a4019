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

class ReleaseTest {
    private static final Graph ONE = SSE.parseGraph("(graph (<urn:s> <urn:p> <urn:o>))");

    private final Release release =
            new Release(Release.dataset(Map.of("urn:one", ONE)), ReleaseHash.of(Map.of("urn:one", ONE)));

    private long graphs() {
        return release.dataset().stream()
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
    void queryForUnknownGraphDoesNotAddIt(String text) {
        Query query = QueryFactory.create(text);
        try (QueryExec exec = QueryExec.dataset(release.dataset()).query(query).build()) {
            exec.select().materialize();
        }
        assertThat(release.dataset().size()).isEqualTo(1);
        assertThat(release.dataset().listGraphNodes()).toIterable().hasSize(1);
        assertThat(graphs()).isEqualTo(2);
    }

    @Test
    void findsTriplesInNamedAndDefaultGraph() {
        assertThat(release.dataset().getDefaultGraph().size()).isEqualTo(1);
        assertThat(release.dataset().getUnionGraph().size()).isEqualTo(1);
        assertThat(release.dataset()
                        .getGraph(org.apache.jena.graph.NodeFactory.createURI("urn:one"))
                        .size())
                .isEqualTo(1);
    }
}
