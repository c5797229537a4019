// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorDelayedInitialization;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpLabel;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.join.AbstractIterHashJoin;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.onrecord.engine.Sorting;
import org.onrecord.guard.Budget;

/** Jena's executor, which counts each row as a step and charges buffered rows. */
final class GuardedExecutor extends OpExecutor {
    private final Budget budget;

    GuardedExecutor(ExecutionContext context) {
        super(context);
        this.budget = context.getContext().get(Budget.SYMBOL);
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        QueryIterator rows = super.exec(op, input);
        QueryIterator closing = rows instanceof AbstractIterHashJoin ? new Joined(rows) : rows;
        return rows == input ? rows : new GuardedRows(closing, false, budget, execCxt);
    }

    @Override
    protected QueryIterator execute(OpLabel label, QueryIterator input) {
        QueryIterator rows = super.execute(label, input);
        return GuardedAlgebra.BUFFERED.equals(label.getObject()) ? buffered(rows) : rows;
    }

    /** A join with a table buffers the other rows. */
    @Override
    protected QueryIterator execute(OpTable table, QueryIterator input) {
        return super.execute(table, input.isJoinIdentity() || table.isJoinIdentity() ? input : buffered(input));
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        return GuardedPath.of(path.getTriplePath(), input, budget, execCxt);
    }

    @Override
    protected QueryIterator execute(OpOrder op, QueryIterator input) {
        return sorted(
                exec(op.getSubOp(), input),
                op.getConditions(),
                (bindings, order) -> Sorting.sorted(Iter.toList(bindings), order));
    }

    @Override
    protected QueryIterator execute(OpTopN op, QueryIterator input) {
        return sorted(
                exec(op.getSubOp(), input),
                op.getConditions(),
                (bindings, order) -> Sorting.first(bindings, op.getLimit(), order));
    }

    /** Sorts when the first row is asked for. */
    private QueryIterator sorted(
            QueryIterator rows,
            List<SortCondition> conditions,
            BiFunction<Iterator<Binding>, Comparator<Binding>, List<Binding>> sort) {
        Comparator<Binding> order = new BindingComparator(conditions, execCxt);
        Comparator<Binding> counted = (one, other) -> {
            budget.step();
            return order.compare(one, other);
        };
        return QueryIterPlainWrapper.create(
                new IteratorDelayedInitialization<>() {
                    @Override
                    protected Iterator<Binding> initializeIterator() {
                        return sort.apply(rows, counted).iterator();
                    }
                },
                execCxt);
    }

    private QueryIterator buffered(QueryIterator rows) {
        return new GuardedRows(rows, true, budget, execCxt);
    }

    /** A join that may be closed before it is asked for a row: Jena's hash joins fail then, after they have closed their inputs. */
    private static final class Joined extends QueryIteratorWrapper {
        Joined(QueryIterator rows) {
            super(rows);
        }

        @Override
        protected void closeIterator() {
            try {
                super.closeIterator();
            } catch (NullPointerException e) {
                // Nothing is left to close.
            }
        }
    }

    /** Counts each row of an operator as a step, and charges it if the next operator buffers it. */
    private static final class GuardedRows extends QueryIterProcessBinding {
        private final boolean buffered;
        private final Budget budget;

        GuardedRows(QueryIterator rows, boolean buffered, Budget budget, ExecutionContext context) {
            super(rows, context);
            this.buffered = buffered;
            this.budget = budget;
        }

        @Override
        public Binding accept(Binding row) {
            if (buffered) {
                budget.chargeRow(row.size());
            } else {
                budget.step();
            }
            return row;
        }
    }
}
