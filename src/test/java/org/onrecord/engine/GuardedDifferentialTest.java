// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.onrecord.guard.Budget;
import org.onrecord.guard.Limits;
import org.onrecord.guard.RefusedException;
import org.onrecord.guard.engine.GuardedExecution;
import org.onrecord.guard.engine.GuardedParser;
import org.onrecord.guard.engine.Inspection;
import org.onrecord.guard.engine.Services;

/**
 * Random queries over random data, as a server evaluates them: guarded, some by the engine, the others by Jena. They have the
 * solutions of ARQ, or of its reference engine where ARQ's optimiser is wrong. A Java exception would be an error of its
 * expression here, and change the solutions.
 */
class GuardedDifferentialTest {
    /** The first for which ARQ is wrong, and its reference engine fails, has seed 7546. */
    private static final int CASES = DifferentialTest.CASES / 2;

    /** Queries for which Jena failed: hash joins that are closed unused, and predicates that are no IRI. */
    private static final long[] FAILED = {5628, 12755, 14086, 16258, 17797};

    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(60), Integer.MAX_VALUE, Long.MAX_VALUE, 256L << 20, 1, 1, 1);

    @Test
    void givesTheSolutionsOfArq() {
        JenaSystem.init();
        List<String> different = new ArrayList<>();
        int compared = 0;
        long[] seeds = LongStream.concat(
                        LongStream.range(DifferentialTest.SEED, DifferentialTest.SEED + CASES), LongStream.of(FAILED))
                .toArray();
        for (long seed : seeds) {
            RandomQueries random = new RandomQueries(seed);
            Map<Node, Graph> named = new LinkedHashMap<>();
            RandomQueries.names().forEach(name -> named.put(name, random.graph()));
            String text = random.query();
            try {
                List<String> expected = DifferentialTest.optimised(text, DifferentialTest.linked(named));
                List<String> found = guarded(text, StoredDataset.of(named));
                if (!found.equals(expected) && !isOfReference(found, text, named)) {
                    different.add("seed " + seed + ": " + text + "\n  found    " + found + "\n  expected " + expected);
                }
                compared++;
            } catch (QueryParseException | RefusedException | DifferentialTest.ReferenceFailedException e) {
                // Not valid, or not to be compared.
            } catch (RuntimeException e) {
                different.add("seed " + seed + ": " + text + "\n  failed " + e);
            }
        }
        System.out.printf("Random queries through the guard: %d compared, %d differ%n", compared, different.size());
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(CASES / 2);
    }

    private static List<String> guarded(String text, StoredDataset dataset) {
        try (Budget budget = Budget.standalone(LIMITS)) {
            Query query = GuardedParser.parse(text, "http://example.org/", budget);
            try (QueryExec execution =
                    GuardedExecution.of(Inspection.of(query, Services.NONE), dataset, budget, Services.NONE)) {
                List<String> rows = new ArrayList<>();
                execution.select().forEachRemaining(row -> rows.add(DifferentialTest.text(row)));
                return rows.stream().sorted().toList();
            }
        }
    }

    private static boolean isOfReference(List<String> found, String text, Map<Node, Graph> named) {
        try {
            return found.equals(DifferentialTest.reference(
                    Algebra.compile(QueryFactory.create(text)), DifferentialTest.linked(named)));
        } catch (DifferentialTest.ReferenceFailedException e) {
            return false;
        }
    }
}
