// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.util.Context;
import org.onrecord.engine.query.Target;
import org.onrecord.guard.Budget;

/**
 * Jena's query engine with a budget from the context, which evaluates queries over a stored dataset on term numbers. The
 * algebra is guarded after optimisation; the optimiser does not evaluate functions ({@code ARQ.optExprConstantFolding} is
 * off).
 */
final class GuardedEngine extends QueryEngineMain {
    private final Budget budget;

    GuardedEngine(Query query, DatasetGraph dataset, Binding input, Context context) {
        super(query, dataset, input, context);
        this.budget = context.get(Budget.SYMBOL);
    }

    @Override
    protected Op createOp(Query query) {
        Op inspected = context.get(Inspection.ALGEBRA);
        return inspected == null ? super.createOp(query) : inspected;
    }

    @Override
    protected Op modifyOp(Op op) {
        budget.check();
        return Transformer.transformSkipService(new SmallSlices(), new Patterns(budget), op);
    }

    @Override
    public QueryIterator eval(Op op, DatasetGraph dataset, Binding input, Context context) {
        return stored(op, dataset, context).orElseGet(() -> {
            Op optimised = super.modifyOp(op);
            budget.check();
            return super.eval(GuardedAlgebra.of(optimised, budget), dataset, input, context);
        });
    }

    /** The solutions by the engine for stored datasets, if it supports the query. */
    private Optional<QueryIterator> stored(Op op, DatasetGraph dataset, Context context) {
        if (!(dataset instanceof CountingDataset counting)) {
            return Optional.empty();
        }
        Op guarded = GuardedAlgebra.of(Target.prepared(op, super::modifyOp), budget);
        return Target.of(counting.getWrapped())
                .flatMap(target -> target.solutions(guarded, budget, ExecutionContext.create(dataset, context)));
    }

    /** Prevents Jena from compiling a constant pattern each time the optimiser copies the function. */
    static final class Patterns extends ExprTransformCopy {
        private final Budget budget;

        Patterns(Budget budget) {
            this.budget = budget;
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            return function instanceof E_Regex || function instanceof E_StrReplace
                    ? new PatternMatching(function, arguments, budget)
                    : super.transform(function, arguments);
        }
    }

    /** Prevents an overflow of OFFSET + LIMIT in Jena. */
    private static final class SmallSlices extends TransformCopy {
        @Override
        public Op transform(OpSlice slice, Op sub) {
            return new OpSlice(
                    sub, Math.min(slice.getStart(), Integer.MAX_VALUE), Math.min(slice.getLength(), Integer.MAX_VALUE));
        }
    }
}
