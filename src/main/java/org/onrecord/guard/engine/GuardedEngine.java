// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.util.Context;
import org.onrecord.guard.Budget;

/**
 * Jena's engine over an algebra under the budget that the context holds. The optimiser sees the functions of the query,
 * and evaluates none ({@code ARQ.optExprConstantFolding} is off); what it has made is guarded as a whole.
 */
final class GuardedEngine extends QueryEngineMain {
    private final Budget budget;

    private GuardedEngine(Query query, DatasetGraph dataset, Binding input, Context context) {
        super(query, dataset, input, context);
        this.budget = context.get(Budget.SYMBOL);
    }

    @Override
    protected Op modifyOp(Op op) {
        budget.check();
        Op prepared = Transformer.transformSkipService(new SmallSlices(), new Patterns(budget), op);
        Op optimised = super.modifyOp(prepared);
        budget.check();
        return GuardedAlgebra.of(optimised, budget);
    }

    /** Keeps Jena from compiling a constant pattern again whenever the optimiser copies the function. */
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

    /** Keeps OFFSET and LIMIT, which Jena adds up, from overflowing; no answer has as many rows. */
    private static final class SmallSlices extends TransformCopy {
        @Override
        public Op transform(OpSlice slice, Op sub) {
            return new OpSlice(
                    sub, Math.min(slice.getStart(), Integer.MAX_VALUE), Math.min(slice.getLength(), Integer.MAX_VALUE));
        }
    }

    /** Makes engines for queries; an algebra from elsewhere has no budget and is not run. */
    static final class Factory implements QueryEngineFactory {
        @Override
        public boolean accept(Query query, DatasetGraph dataset, Context context) {
            return true;
        }

        @Override
        public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
            return new GuardedEngine(query, dataset, input, context).getPlan();
        }

        @Override
        public boolean accept(Op op, DatasetGraph dataset, Context context) {
            return false;
        }

        @Override
        public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
            throw new UnsupportedOperationException("Only queries are run");
        }
    }
}
