// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.onrecord.engine.row.Expression;

/** Prepares an algebra, see {@link Target#prepared}. EXISTS as a condition is not an expression here: its pattern stays. */
final class Preparation extends TransformCopy {
    private final ExprTransformCopy patterns;

    /** @param optimiser Jena's */
    Preparation(UnaryOperator<Op> optimiser) {
        this.patterns = new ExprTransformCopy() {
            @Override
            public Expr transform(ExprFunctionOp function, ExprList arguments, Op pattern) {
                return function.copy(arguments, optimiser.apply(pattern));
            }
        };
    }

    @Override
    public Op transform(OpFilter filter, Op sub) {
        return OpFilter.filterBy(conditions(filter.getExprs()), sub);
    }

    @Override
    public Op transform(OpLeftJoin join, Op left, Op right) {
        return OpLeftJoin.create(left, right, join.getExprs() == null ? null : conditions(join.getExprs()));
    }

    @Override
    public Op transform(OpExtend extend, Op sub) {
        return OpExtend.create(sub, optimised(extend.getVarExprList()));
    }

    @Override
    public Op transform(OpOrder order, Op sub) {
        List<SortCondition> keys = order.getConditions().stream()
                .map(key -> new SortCondition(optimised(key.getExpression()), key.getDirection()))
                .toList();
        return new OpOrder(sub, keys);
    }

    @Override
    public Op transform(OpGroup group, Op sub) {
        List<ExprAggregator> aggregators = group.getAggregators().stream()
                .map(each -> {
                    ExprList arguments = each.getAggregator().getExprList();
                    return arguments == null || arguments.getList().stream().noneMatch(Expression::hasPattern)
                            ? each
                            : new ExprAggregator(
                                    each.getVar(), each.getAggregator().copy(optimised(arguments)));
                })
                .toList();
        return new OpGroup(sub, optimised(group.getGroupVars()), aggregators);
    }

    private ExprList conditions(ExprList conditions) {
        ExprList result = new ExprList();
        ExprList.splitConjunction(conditions)
                .forEach(each -> result.add(each instanceof ExprFunctionOp ? each : optimised(each)));
        return result;
    }

    private ExprList optimised(ExprList expressions) {
        ExprList result = new ExprList();
        expressions.forEach(each -> result.add(optimised(each)));
        return result;
    }

    private VarExprList optimised(VarExprList variables) {
        VarExprList result = new VarExprList();
        variables.forEachVarExpr((variable, expression) -> {
            if (expression == null) {
                result.add(variable);
            } else {
                result.add(variable, optimised(expression));
            }
        });
        return result;
    }

    private Expr optimised(Expr expression) {
        return Expression.hasPattern(expression) ? ExprTransformer.transform(patterns, expression) : expression;
    }
}
