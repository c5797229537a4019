// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.onrecord.guard.Budget;

/** Jena's executor, except that operators which keep rows charge for each that they keep. */
final class GuardedExecutor extends OpExecutor {
    private final Budget budget;

    GuardedExecutor(ExecutionContext context) {
        super(context);
        this.budget = context.getContext().get(Budget.SYMBOL);
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        return new QueryIterSort(kept(exec(order.getSubOp(), input)), order.getConditions(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        return kept(super.execute(distinct, input));
    }

    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        QueryIterator rows = exec(group.getSubOp(), input);
        boolean keepsRows = group.getAggregators().isEmpty();
        return new QueryIterGroup(keepsRows ? kept(rows) : rows, group.getGroupVars(), group.getAggregators(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        QueryIterator left = kept(exec(join.getLeft(), input));
        return Join.join(left, kept(exec(join.getRight(), root())), execCxt);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        QueryIterator left = kept(exec(join.getLeft(), input));
        return Join.leftJoin(left, kept(exec(join.getRight(), root())), join.getExprs(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        Op left = minus.getLeft();
        Op right = minus.getRight();
        Set<Var> shared = OpVars.visibleVars(left);
        shared.retainAll(OpVars.visibleVars(right));
        return QueryIterMinus.create(exec(left, input), kept(exec(right, root())), shared, execCxt);
    }

    private QueryIterator kept(QueryIterator rows) {
        return new KeptRows(rows, budget, execCxt);
    }
}
