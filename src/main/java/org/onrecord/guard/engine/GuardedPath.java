// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.onrecord.guard.Budget;

/**
 * A property path. Jena stores the visited nodes of each input row in memory: each lookup and triple is charged, and
 * released with the next row.
 */
final class GuardedPath extends QueryIterPath {
    private final Charge charge;

    private GuardedPath(TriplePath path, QueryIterator input, Charge charge, ExecutionContext context) {
        super(path, input, context);
        this.charge = charge;
    }

    static QueryIterator of(TriplePath path, QueryIterator input, Budget budget, ExecutionContext context) {
        Charge charge = new Charge(budget);
        Graph graph = new CountingDataset.CountingGraph(context.getActiveGraph(), charge::add);
        return new GuardedPath(path, input, charge, ExecutionContext.copyChangeActiveGraph(context, graph));
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
        charge.release();
        return super.nextStage(row);
    }

    @Override
    protected void closeSubIterator() {
        charge.release();
        super.closeSubIterator();
    }

    /** The memory charged for the path of one row. Not thread-safe. */
    private static final class Charge {
        private static final long BYTES_PER_NODE = 48;

        private final Budget budget;
        private long held;

        Charge(Budget budget) {
            this.budget = budget;
        }

        void add() {
            budget.chargeMemory(BYTES_PER_NODE);
            held += BYTES_PER_NODE;
        }

        void release() {
            budget.release(held);
            held = 0;
        }
    }
}
