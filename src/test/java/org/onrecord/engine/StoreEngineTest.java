// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;

class StoreEngineTest {
    private static final Graph GRAPH = read("""
            <urn:a> <urn:p> 1 , 2 , 3 , 4 , 5 , 6 , 7 , 8 , 9 , 10 .
            <urn:list> <urn:items> ( <urn:x> <urn:y> ) .
            """);

    @Test
    void bindsEveryVariableHoweverManySolutionsThereAre() {
        String patterns = IntStream.range(0, 400)
                .mapToObj("?s%1$d ?p%1$d ?o%1$d ."::formatted)
                .collect(Collectors.joining(" "));

        assertThat(sizes("SELECT * { " + patterns + " } LIMIT 1")).containsExactly(1200);
    }

    @Test
    void leavesPropertyFunctionsToJena() {
        String members =
                "SELECT * { <urn:list> <urn:items>/<http://jena.apache.org/ARQ/list#member> ?item . ?list <http://jena.apache.org/ARQ/list#member> ?item }";

        assertThat(sizes(members)).hasSize(2);
    }

    /** The number of variables that are bound in each solution. */
    private static List<Integer> sizes(String query) {
        try (QueryExec execution =
                QueryExec.graph(StoredGraph.union(List.of(GRAPH))).query(query).build()) {
            RowSet rows = execution.select();
            return rows.stream().map(row -> row.size()).toList();
        }
    }

    private static Graph read(String turtle) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
