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
 * A property path. Jena collects the nodes that it visits and the ends that it finds, from each input row, in memory: each
 * look-up and each triple found is charged, and given back when the next row comes.
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

    /** What one row's path holds. Used by the query's thread. */
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
