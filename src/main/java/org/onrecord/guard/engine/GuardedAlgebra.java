// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrSubstring;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.onrecord.guard.Budget;

/** Puts the functions that build texts or match patterns, and the aggregates, under a budget. */
final class GuardedAlgebra {
    private GuardedAlgebra() {}

    static Op of(Op op, Budget budget) {
        return Transformer.transform(new Groups(budget), new Functions(budget), op);
    }

    /** Replaces functions. */
    private static final class Functions extends ExprTransformCopy {
        private final Budget budget;

        Functions(Budget budget) {
            this.budget = budget;
        }

        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            boolean builds = function instanceof E_StrLowerCase
                    || function instanceof E_StrUpperCase
                    || function instanceof E_StrEncodeForURI;
            return builds ? guarded(function, new ExprList(argument)) : super.transform(function, argument);
        }

        @Override
        public Expr transform(ExprFunction2 function, Expr first, Expr second) {
            boolean builds =
                    function instanceof E_StrLang || function instanceof E_StrBefore || function instanceof E_StrAfter;
            return builds
                    ? guarded(function, new ExprList(List.of(first, second)))
                    : super.transform(function, first, second);
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            boolean builds = function instanceof E_StrConcat
                    || function instanceof E_StrReplace
                    || function instanceof E_StrSubstring
                    || function instanceof E_Regex;
            return builds ? guarded(function, arguments) : super.transform(function, arguments);
        }

        private Expr guarded(ExprFunction function, ExprList arguments) {
            return new GuardedFunction(function.getFunctionSymbol().getSymbol(), arguments, budget);
        }
    }

    /** Replaces aggregates. */
    private static final class Groups extends TransformCopy {
        private final Budget budget;

        Groups(Budget budget) {
            this.budget = budget;
        }

        @Override
        public Op transform(OpGroup group, Op sub) {
            List<ExprAggregator> aggregators = group.getAggregators().stream()
                    .map(aggregator -> new ExprAggregator(
                            aggregator.getVar(), GuardedAggregator.of(aggregator.getAggregator(), budget)))
                    .toList();
            return new OpGroup(sub, group.getGroupVars(), aggregators);
        }
    }
}
