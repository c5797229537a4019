// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.List;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpAntiJoin;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLabel;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpSemiJoin;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.onrecord.guard.Budget;
import org.onrecord.guard.engine.GuardedExpression.Use;

/**
 * Transforms an optimised algebra: replaces expressions by {@link GuardedExpression}s, and labels inputs that an
 * operator stores in memory as {@link #BUFFERED}, so that the executor charges their rows.
 */
final class GuardedAlgebra extends TransformCopy {
    /** The label of an input whose rows are buffered. */
    static final String BUFFERED = "buffered";

    private final Budget budget;

    private GuardedAlgebra(Budget budget) {
        this.budget = budget;
    }

    static Op of(Op op, Budget budget) {
        return Transformer.transformSkipService(new GuardedAlgebra(budget), new GuardedArguments(budget), op);
    }

    @Override
    public Op transform(OpFilter filter, Op sub) {
        return OpFilter.filterBy(guarded(filter.getExprs(), Use.DROPPED), sub);
    }

    @Override
    public Op transform(OpExtend extend, Op sub) {
        return OpExtend.create(sub, guarded(extend.getVarExprList()));
    }

    @Override
    public Op transform(OpAssign assign, Op sub) {
        return OpAssign.create(sub, guarded(assign.getVarExprList()));
    }

    @Override
    public Op transform(OpLeftJoin join, Op left, Op right) {
        ExprList conditions = join.getExprs() == null ? null : guarded(join.getExprs(), Use.DROPPED);
        return OpLeftJoin.createLeftJoin(buffered(left), buffered(right), conditions);
    }

    @Override
    public Op transform(OpJoin join, Op left, Op right) {
        return OpJoin.create(buffered(left), buffered(right));
    }

    @Override
    public Op transform(OpSemiJoin join, Op left, Op right) {
        return super.transform(join, left, buffered(right));
    }

    @Override
    public Op transform(OpAntiJoin join, Op left, Op right) {
        return super.transform(join, left, buffered(right));
    }

    @Override
    public Op transform(OpMinus minus, Op left, Op right) {
        return OpMinus.create(left, buffered(right));
    }

    @Override
    public Op transform(OpOrder order, Op sub) {
        return new OpOrder(buffered(sub), guarded(order.getConditions()));
    }

    /** Buffers at most 1,000 rows (ARQ's threshold), whose bound values are charged. */
    @Override
    public Op transform(OpTopN top, Op sub) {
        return new OpTopN(sub, top.getLimit(), guarded(top.getConditions()));
    }

    @Override
    public Op transform(OpDistinct distinct, Op sub) {
        return OpDistinct.create(buffered(sub));
    }

    /** Buffers rows only without aggregates; otherwise one accumulator per group and aggregate. */
    @Override
    public Op transform(OpGroup group, Op sub) {
        List<ExprAggregator> aggregators = group.getAggregators().stream()
                .map(each -> new ExprAggregator(each.getVar(), GuardedAggregator.of(each.getAggregator(), budget)))
                .toList();
        return new OpGroup(aggregators.isEmpty() ? buffered(sub) : sub, guarded(group.getGroupVars()), aggregators);
    }

    private static Op buffered(Op op) {
        return OpLabel.create(BUFFERED, op);
    }

    /**
     * EXISTS is not an argument of a function here; the operators of its pattern are guarded. A logical expression builds
     * nothing.
     */
    private Expr guarded(Expr expression, Use use) {
        boolean isFree = expression instanceof ExprFunctionOp
                || use.equals(Use.DROPPED) && GuardedArguments.isLogical(expression);
        return isFree ? expression : new GuardedExpression(expression, use, budget);
    }

    private ExprList guarded(ExprList expressions, Use use) {
        ExprList guarded = new ExprList();
        expressions.forEach(expression -> guarded.add(guarded(expression, use)));
        return guarded;
    }

    private VarExprList guarded(VarExprList variables) {
        VarExprList guarded = new VarExprList();
        variables.forEachVarExpr((variable, expression) -> {
            if (expression == null) {
                guarded.add(variable);
            } else {
                guarded.add(variable, guarded(expression, Use.BOUND));
            }
        });
        return guarded;
    }

    private List<SortCondition> guarded(List<SortCondition> conditions) {
        return conditions.stream()
                .map(each -> new SortCondition(guarded(each.getExpression(), Use.DROPPED), each.getDirection()))
                .toList();
    }
}
