// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorByTypeBase;
import org.apache.jena.sparql.algebra.OpWalker;
import org.apache.jena.sparql.algebra.op.Op0;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.engine.StoredDataset;
import org.onrecord.guard.Budget;
import org.onrecord.guard.Limits;
import org.onrecord.guard.RefusedException;

/** Every operator and aggregate of ARQ is unreachable, or stays within limits. */
@Timeout(120)
class EveryOperatorTest {
    private static final Limits LIMITS =
            new Limits(Duration.ofMillis(300), Integer.MAX_VALUE, Long.MAX_VALUE, 32L << 20, 1, 1, 1);
    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final long MAX_ALLOCATED = 4L << 30;
    private static final DatasetGraph DATASET = dataset();
    private static final String CUBE = " ?a ?b ?c . ?d ?e ?f . ?g ?h ?i ";
    private static final String ROWS =
            " { VALUES ?a { NUMBERS } } { VALUES ?b { NUMBERS } } { VALUES ?c { NUMBERS } } ";

    private static final List<String> QUERIES = List.of(
            "SELECT (COUNT(*) AS ?n) { CUBE }",
            "SELECT * { CUBE FILTER(?a = ?nothing) }",
            "SELECT * { CUBE } ORDER BY ?i",
            "SELECT * { CUBE } ORDER BY DESC(CONCAT(STR(?a), STR(?i))) LIMIT 10",
            "SELECT DISTINCT * { CUBE }",
            "SELECT REDUCED ?nothing { CUBE }",
            "SELECT ?a { CUBE } GROUP BY ?a ?b ?c ?d ?e ?f ?g ?h ?i",
            "SELECT ?k (COUNT(*) AS ?n) { CUBE } GROUP BY (CONCAT(STR(?a), STR(?d), STR(?g)) AS ?k)",
            "SELECT * { CUBE BIND(CONCAT(STR(?a), STR(?d), STR(?g)) AS ?k) } ORDER BY ?k",
            "SELECT * { { CUBE } { SELECT ?x { ?x ?y ?z } } FILTER(?a = ?nothing) }",
            "SELECT * { { SELECT * { CUBE } } { SELECT * { ?i ?y ?z } } FILTER(?a = ?nothing) }",
            "SELECT * { ?a ?b ?c OPTIONAL { CUBE2 FILTER(?a = ?nothing) } FILTER(?a = ?nothing) }",
            "SELECT * { ?a ?b ?c OPTIONAL { CUBE2 OPTIONAL { ?i ?h ?a } } FILTER(?a = ?nothing) }",
            "SELECT * { ?a ?b ?c MINUS { CUBE } FILTER(?a = ?nothing) }",
            "SELECT * { { CUBE } UNION { CUBE } FILTER(?a = ?nothing) }",
            "SELECT * { GRAPH ?x { CUBE } FILTER(?a = ?nothing) }",
            "SELECT * { CUBE FILTER NOT EXISTS { ?a ?b ?c } }",
            "SELECT * { ROWS FILTER(?a = ?nothing) }",
            "SELECT * { ?s ?p ?o VALUES (?a ?s) { UNDEFINED } VALUES (?b ?s) { UNDEFINED } FILTER(?a = ?nothing) }",
            "SELECT * { ?x (!<urn:a>|^!<urn:a>)* ?y . ?y (!<urn:a>|^!<urn:a>)* ?z . FILTER(?x = ?nothing) }",
            "SELECT * { ?x ((((!<urn:a>)|^(!<urn:a>))/((!<urn:a>)|^(!<urn:a>))/((!<urn:a>)|^(!<urn:a>))/((!<urn:a>)|^(!<urn:a>)))|<urn:b>) ?y FILTER(?x = ?nothing) }",
            "SELECT * { ?x (((<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?)/(<urn:a>?|<urn:a>?))|<urn:b>) ?y FILTER(?x = ?nothing) }",
            "SELECT (SUM(?f) AS ?n) { CUBE }",
            "SELECT (SUM(DISTINCT ?f) AS ?n) { CUBE }",
            "SELECT (AVG(?f) AS ?n) { CUBE }",
            "SELECT (AVG(DISTINCT CONCAT(STR(?a), STR(?d), STR(?g))) AS ?n) { CUBE }",
            "SELECT (MIN(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?n) { CUBE }",
            "SELECT (MAX(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?n) { CUBE }",
            "SELECT (MIN(DISTINCT ?a) AS ?n) (MAX(DISTINCT ?a) AS ?m) { CUBE }",
            "SELECT (COUNT(?a) AS ?n) { CUBE }",
            "SELECT (COUNT(DISTINCT *) AS ?n) { CUBE }",
            "SELECT (COUNT(DISTINCT CONCAT(STR(?a), STR(?d), STR(?g))) AS ?n) { CUBE }",
            "SELECT (SAMPLE(?a) AS ?n) { CUBE }",
            "SELECT (SAMPLE(DISTINCT ?a) AS ?n) { CUBE }",
            "SELECT (GROUP_CONCAT(?a) AS ?n) { CUBE }",
            "SELECT (GROUP_CONCAT(?nothing) AS ?n) { CUBE }",
            "SELECT (GROUP_CONCAT(''; SEPARATOR='" + "x".repeat(4000) + "') AS ?n) { CUBE }",
            "SELECT (GROUP_CONCAT(DISTINCT CONCAT(STR(?a), STR(?d), STR(?g))) AS ?n) { CUBE }",
            "SELECT (GROUP_CONCAT(?a; SEP\\u0041RATOR='%2000000000%') AS ?n) { CUBE }",
            "SELECT * { CUBE } OFFSET 9223372036854775807 LIMIT 9223372036854775807",
            "SELECT * { ?a ?b ?c } ORDER BY ?a OFFSET 9223372036854775807 LIMIT 9223372036854775807");

    /** Operators that do not occur in the algebra of SPARQL 1.1 queries, by reason. */
    private static final Map<String, List<String>> NOT_REACHABLE = Map.of(
            "ARQ's syntax or SPARQL 1.2's only",
            List.of("OpAntiJoin", "OpSemiJoin", "OpLateral", "OpUnfold", "OpAssign", "OpList"),
            "created only if property functions are enabled",
            List.of("OpProcedure", "OpPropFunc"),
            "quad algebra, not used by this engine",
            List.of("OpQuad", "OpQuadBlock", "OpQuadPattern", "OpTriple", "OpDatasetNames"),
            "rejected, or an allowed endpoint",
            List.of("OpService"),
            "created by the guard, passes rows",
            List.of("OpLabel"),
            "created by the optimiser, passes rows or none",
            List.of("OpNull", "OpDisjunction"));

    @Test
    @DisplayName("every operator of ARQ is used here or listed as unreachable")
    void coversEveryOperator() {
        Set<String> known = new TreeSet<>();
        NOT_REACHABLE.values().forEach(known::addAll);
        QUERIES.forEach(query -> known.addAll(operators(query)));
        assertThat(ArqClasses.of("org.apache.jena.sparql.algebra.op", Op.class)).isSubsetOf(known);
    }

    @Test
    @DisplayName("every aggregate of ARQ is used here or listed as unreachable")
    void coversEveryAggregate() {
        Set<String> known = new TreeSet<>(Set.of(
                "AggCustom",
                "AggFoldList",
                "AggFoldMap",
                "AggMedian",
                "AggMedianDistinct",
                "AggMode",
                "AggModeDistinct",
                "AggNull"));
        QUERIES.forEach(query -> known.addAll(aggregates(query)));
        assertThat(ArqClasses.of("org.apache.jena.sparql.expr.aggregate", Aggregator.class))
                .isSubsetOf(known);
    }

    static List<String> queries() {
        return QUERIES;
    }

    @ParameterizedTest(name = "{0} => stays within time and memory")
    @MethodSource("queries")
    void staysWithinTimeAndMemory(String query) {
        long start = System.nanoTime();
        long before = ArqClasses.allocated();
        String outcome = outcome(query);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as(outcome)
                .isLessThan(LIMITS.time().plus(SLACK));
        assertThat(ArqClasses.allocated() - before).as(outcome).isLessThan(MAX_ALLOCATED);
    }

    @ParameterizedTest(name = "ORDER BY {0} => refuses durations that are slow to compare")
    @ValueSource(strings = {"?x", "?x LIMIT 2", "DESC(?x)", "?n ?x"})
    void refusesToSortLongDurations(String order) {
        String values = IntStream.range(0, 5)
                .mapToObj("(1 'P214748364%dD'^^<http://www.w3.org/2001/XMLSchema#duration>)"::formatted)
                .collect(Collectors.joining());
        String query = "SELECT * { VALUES (?n ?x) { " + values + " } } ORDER BY " + order;
        DatasetGraph stored = StoredDataset.of(Map.of());

        assertThat(outcome(query, DATASET, LIMITS)).contains("durations of more than 3,000 years");
        assertThat(outcome(query, stored, LIMITS)).contains("durations of more than 3,000 years");
    }

    @ParameterizedTest(name = "{0} => charges all cells of the rows that it keeps")
    @ValueSource(
            strings = {
                "SELECT (COUNT(DISTINCT *) AS ?n) { WIDE CUBE }",
                "SELECT (COUNT(?k) AS ?n) { WIDE CUBE BIND(BNODE(IF(true, STR(?a), SUM)) AS ?k) }"
            })
    void chargesWideRows(String query) {
        List<String> variables =
                IntStream.range(0, 200).mapToObj("?v%d"::formatted).toList();
        String wide = "VALUES (" + String.join(" ", variables) + ") { (" + "1 ".repeat(variables.size()) + ") }";
        Limits patient = new Limits(Duration.ofSeconds(60), Integer.MAX_VALUE, Long.MAX_VALUE, 32L << 20, 1, 1, 1);
        long before = ArqClasses.allocated();

        assertThat(outcome(query.replace("WIDE", wide).replace("SUM", String.join("+", variables)), DATASET, patient))
                .contains("of memory");
        assertThat(ArqClasses.allocated() - before).isLessThan(MAX_ALLOCATED);
    }

    @Test
    void answersWhereArqFails() {
        String query =
                "SELECT * { GRAPH ?a { ?c <urn:r> <urn:a> . { OPTIONAL { ?e <urn:r> ?a . { FILTER (BOUND(?c)) } } VALUES (?c ?f) { (true 1) (true UNDEF) } } } }";

        assertThat(outcome(query)).isEqualTo("0 rows");
    }

    private static String outcome(String text) {
        return outcome(text, DATASET, LIMITS);
    }

    private static String outcome(String text, DatasetGraph dataset, Limits limits) {
        try (Budget budget = Budget.standalone(limits);
                QueryExec execution = GuardedExecution.of(
                        Inspection.of(parsed(text), Services.NONE), dataset, budget, Services.NONE)) {
            execution.select().forEachRemaining(row -> budget.answerRow());
            return budget.rows() + " rows";
        } catch (RefusedException e) {
            return e.getMessage();
        }
    }

    private static Query parsed(String text) {
        String numbers = IntStream.range(0, 1000).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        String undefined =
                IntStream.range(0, 2000).mapToObj("(%d UNDEF) "::formatted).collect(Collectors.joining());
        String query = text.replace("CUBE2", "?d ?e ?f . ?g ?h ?i")
                .replace("CUBE", CUBE)
                .replace("ROWS", ROWS)
                .replace("NUMBERS", numbers)
                .replace("UNDEFINED", undefined);
        return GuardedParser.parse(query, "http://example.org/", Budget.standalone(LIMITS));
    }

    private static Set<String> operators(String query) {
        Set<String> names = new TreeSet<>();
        OpWalker.walk(Algebra.optimize(Algebra.compile(parsed(query))), new OpVisitorByTypeBase() {
            @Override
            protected void visitFilter(OpFilter op) {
                visit1(op);
            }

            @Override
            protected void visitLeftJoin(OpLeftJoin op) {
                visit2(op);
            }

            @Override
            protected void visitN(OpN op) {
                names.add(op.getClass().getSimpleName());
            }

            @Override
            protected void visit2(Op2 op) {
                names.add(op.getClass().getSimpleName());
            }

            @Override
            protected void visit1(Op1 op) {
                names.add(op.getClass().getSimpleName());
            }

            @Override
            protected void visit0(Op0 op) {
                names.add(op.getClass().getSimpleName());
            }
        });
        return names;
    }

    private static Set<String> aggregates(String query) {
        Set<String> names = new TreeSet<>();
        parsed(query).getAggregators().forEach(each -> {
            Class<?> type = each.getAggregator().getClass();
            names.add(type.getSimpleName());
            names.add(type.getSuperclass().getSimpleName());
        });
        return names;
    }

    /** A graph of 3,000 triples in which two nodes are connected to all others. */
    private static DatasetGraph dataset() {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        for (int i = 0; i < 3000; i++) {
            var node = NodeFactory.createURI("http://example.org/" + i);
            var hub = NodeFactory.createURI("http://example.org/hub" + i % 2);
            var predicate = NodeFactory.createURI("urn:b");
            dataset.add(Quad.create(Quad.defaultGraphIRI, node, predicate, hub));
            dataset.add(Quad.create(NodeFactory.createURI("urn:graph"), node, predicate, hub));
        }
        return dataset;
    }
}
