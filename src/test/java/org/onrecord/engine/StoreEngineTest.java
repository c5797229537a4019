// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.engine.query.Target;
import org.onrecord.engine.row.Meter;

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

    @ParameterizedTest(name = "{0} => optimised by Jena, which fails for it otherwise")
    @ValueSource(
            strings = {
                "SELECT ?o { ?s <urn:p> ?o FILTER(!EXISTS { NONE }) }",
                "SELECT ?o { ?s <urn:p> ?o FILTER(NOT EXISTS { NONE } || false) }",
                "SELECT ?o { ?s <urn:p> ?o FILTER NOT EXISTS { NONE } }",
                "SELECT (EXISTS { NONE } AS ?k) { ?s <urn:p> ?o }",
                "SELECT ?o { ?s <urn:p> ?o } ORDER BY EXISTS { NONE }",
                "SELECT (SUM(IF(EXISTS { NONE }, 1, 2)) AS ?k) { ?s <urn:p> ?o } GROUP BY ?s ?o",
                "SELECT ?k { ?s <urn:p> ?o } GROUP BY ?o (EXISTS { NONE } AS ?k)"
            })
    void evaluatesPatternsWithinExpressions(String query) {
        assertThat(sizes(query.replace("NONE", "?s <urn:none> ?y OPTIONAL { { ?y a ?t } ?y <urn:p> ?d }")))
                .hasSize(10)
                .containsOnly(1);
    }

    @ParameterizedTest(name = "{0} things => {1} steps at most, {2} solutions")
    @CsvSource({"2, 200, 2", "2000, 25000, 2000"})
    void evaluatesGroupsForTheValuesThatAreGiven(int things, long most, int solutions) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        for (int thing = 0; thing < 2000; thing++) {
            Node subject = NodeFactory.createURI("urn:t" + thing);
            graph.add(subject, NodeFactory.createURI("urn:q"), NodeFactory.createLiteralString("a"));
            graph.add(subject, NodeFactory.createURI("urn:q"), NodeFactory.createLiteralString("b"));
            if (thing < things) {
                graph.add(NodeFactory.createURI("urn:a"), NodeFactory.createURI("urn:p"), subject);
            }
        }
        Costs costs = new Costs();

        assertThat(Iter.count(solutions(
                        "SELECT * { <urn:a> <urn:p> ?x . { SELECT ?x (COUNT(?y) AS ?n) { ?x <urn:q> ?y } GROUP BY ?x } }",
                        graph,
                        costs)))
                .isEqualTo(solutions);
        assertThat(costs.steps.get()).isLessThan(most);
    }

    @Test
    void chargesTheVariablesThatPatternsInExpressionsKeep() {
        String variables =
                "?v%d ".repeat(1000).formatted(IntStream.range(0, 1000).boxed().toArray());
        String query = "SELECT (1 AS ?one) { { VALUES (%s) {} } UNION {} ?a ?b ?c FILTER(%s ?a = ?c) }";
        Costs costs = new Costs();
        solutions(query.formatted(variables, "NOT EXISTS {} || ".repeat(100)), GRAPH, costs);

        assertThat(costs.bytes.get()).isGreaterThan(100 * 1000 * 24);
    }

    private static QueryIterator solutions(String query, Graph graph, Meter meter) {
        StoredDataset dataset = StoredDataset.of(Map.of(NodeFactory.createURI("urn:g"), graph));
        Op op = Target.prepared(Algebra.compile(QueryFactory.create(query)), Algebra::optimize);
        return Target.of(dataset)
                .orElseThrow()
                .solutions(op, meter, ExecutionContext.create(dataset))
                .orElseThrow();
    }

    /** Counts what a query costs. */
    private static final class Costs implements Meter {
        private final AtomicLong steps = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();

        @Override
        public void step() {
            steps.incrementAndGet();
        }

        @Override
        public void chargeMemory(long more) {
            bytes.addAndGet(more);
        }

        @Override
        public void release(long less) {}
    }

    @ParameterizedTest(name = "durations, which have no order, {0} => all")
    @CsvSource({"'', 100", "LIMIT 50, 50"})
    void sortsValuesWithoutOrder(String limit, int rows) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
            while (graph.size() < 100) {
                String duration = switch (random.nextInt(3)) {
                    case 0 -> "P" + (1 + random.nextInt(4)) + "M";
                    case 1 -> "P" + (27 + random.nextInt(100)) + "D";
                    default -> "PT" + (600 + random.nextInt(2400)) + "H";
                };
                graph.add(
                        NodeFactory.createURI("urn:s" + graph.size()),
                        NodeFactory.createURI("urn:lasts"),
                        NodeFactory.createLiteralDT(duration, XSDDatatype.XSDduration));
            }
            assertThat(sizes("SELECT ?x { ?s <urn:lasts> ?x } ORDER BY ?x " + limit, graph))
                    .hasSize(rows);
        }
    }

    private static List<Integer> sizes(String query) {
        return sizes(query, GRAPH);
    }

    /** The number of variables that are bound in each solution. */
    private static List<Integer> sizes(String query, Graph graph) {
        try (QueryExec execution =
                QueryExec.graph(StoredGraph.union(List.of(graph))).query(query).build()) {
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
