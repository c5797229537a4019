// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.join.AbstractIterHashJoin;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.ref.QueryEngineRef;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.onrecord.engine.query.Target;
import org.onrecord.engine.row.Meter;

/**
 * Random queries over random data: the engine and Jena's reference engine, which evaluates bottom-up without optimisation,
 * give the same solutions. {@code mvn test -Dtest=DifferentialTest -Dengine.cases=100000} runs more cases.
 */
class DifferentialTest {
    static final int CASES = Integer.getInteger("engine.cases", 3000);
    static final long SEED = Long.getLong("engine.seed", 1);

    @Test
    void givesTheSolutionsOfTheReferenceEngine() {
        JenaSystem.init();
        List<String> different = new ArrayList<>();
        int supported = 0;
        int nonEmpty = 0;
        int leftOut = 0;
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            RandomQueries random = new RandomQueries(seed);
            Map<Node, Graph> named = new LinkedHashMap<>();
            RandomQueries.names().forEach(name -> named.put(name, random.graph()));
            String text = random.query();
            try {
                Op op = Algebra.compile(QueryFactory.create(text));
                List<String> found = engine(op, StoredDataset.of(named));
                List<String> expected = reference(op, linked(named));
                if (!found.equals(expected) && !found.equals(optimised(text, linked(named)))) {
                    different.add("seed " + seed + ": " + text + "\n  found    " + found + "\n  expected " + expected);
                }
                supported++;
                nonEmpty += expected.isEmpty() ? 0 : 1;
            } catch (QueryParseException | UnsupportedOperationException | ReferenceFailedException e) {
                leftOut++;
            }
        }
        System.out.printf(
                "Random queries: %d evaluated by both engines, %d with solutions, %d differ; %d left out"
                        + " (not valid, left to Jena, or Jena fails)%n",
                supported, nonEmpty, different.size(), leftOut);
        assertThat(different).isEmpty();
        assertThat(nonEmpty).isGreaterThan(CASES / 8);
    }

    private static List<String> engine(Op op, StoredDataset dataset) {
        ExecutionContext context = ExecutionContext.create(dataset);
        QueryIterator solutions = Target.of(dataset)
                .orElseThrow()
                .solutions(Target.prepared(op, Algebra::optimize), new Free(), context)
                .orElseThrow(() -> new UnsupportedOperationException("left to Jena"));
        return sorted(solutions);
    }

    static List<String> reference(Op op, DatasetGraph dataset) {
        try {
            return sorted(QueryEngineRef.getFactory()
                    .create(op, dataset, BindingFactory.root(), new Context())
                    .iterator());
        } catch (NullPointerException | ARQException e) {
            throw new ReferenceFailedException(e);
        }
    }

    /** The reference engine evaluates EXISTS with the executor of the other one, not optimised, which loses some joins. */
    static List<String> optimised(String text, DatasetGraph dataset) {
        Context context = ARQ.getContext().copy();
        QC.setFactory(context, Closing::new);
        try (QueryExec execution =
                QueryExec.dataset(dataset).query(text).context(context).build()) {
            List<String> rows = new ArrayList<>();
            execution.select().forEachRemaining(row -> rows.add(text(row)));
            return rows.stream().sorted().toList();
        } catch (NullPointerException | ARQException e) {
            throw new ReferenceFailedException(e);
        }
    }

    /** Jena's executor with hash joins that can be closed before they are asked for a row: theirs fail, and EXISTS with them. */
    private static final class Closing extends OpExecutor {
        Closing(ExecutionContext context) {
            super(context);
        }

        @Override
        protected QueryIterator exec(Op op, QueryIterator input) {
            QueryIterator rows = super.exec(op, input);
            return rows instanceof AbstractIterHashJoin
                    ? new QueryIteratorWrapper(rows) {
                        @Override
                        protected void closeIterator() {
                            try {
                                super.closeIterator();
                            } catch (NullPointerException e) {
                                // Its inputs are closed.
                            }
                        }
                    }
                    : rows;
        }
    }

    /** Jena 5.6.0 fails for some joins within EXISTS. */
    static final class ReferenceFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReferenceFailedException(RuntimeException cause) {
            super(cause);
        }
    }

    static DatasetGraph linked(Map<Node, Graph> named) {
        Graph union = GraphMemFactory.createDefaultGraphSameTerm();
        named.values().forEach(graph -> GraphUtil.addInto(union, graph));
        DatasetGraph linked = new DatasetGraphMapLink(union);
        named.forEach(linked::addGraph);
        return linked;
    }

    private static List<String> sorted(QueryIterator solutions) {
        List<String> rows = new ArrayList<>();
        solutions.forEachRemaining(row -> rows.add(text(row)));
        return rows.stream().sorted().toList();
    }

    static String text(Binding row) {
        List<String> cells = new ArrayList<>();
        row.forEach((variable, term) -> {
            if (variable.isNamedVar()) {
                cells.add(variable + "=" + term);
            }
        });
        return String.join(" ", cells.stream().sorted().toList());
    }

    private static final class Free implements Meter {
        @Override
        public void step() {}

        @Override
        public void chargeMemory(long bytes) {}

        @Override
        public void release(long bytes) {}
    }
}
