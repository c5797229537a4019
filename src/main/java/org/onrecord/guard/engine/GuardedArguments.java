// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_IRI2;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.jspecify.annotations.Nullable;
import org.onrecord.guard.Budget;
import org.onrecord.guard.engine.GuardedExpression.Use;

/**
 * Replaces every function argument by a {@link GuardedExpression}, except where the function and the argument are logical,
 * and the functions that search texts or change case.
 */
final class GuardedArguments extends ExprTransformCopy {
    /** Jena parses these arguments in quadratic time. */
    private static final int MAX_PARSED_LENGTH = 1 << 16;

    /** Percent-encoding turns one UTF-16 code unit into at most 9 characters. */
    private static final int ENCODING_GROWTH = 9;

    /** Upper case turns one character into at most 3, such as U+0390. */
    private static final int CASE_GROWTH = 3;

    private final Budget budget;

    GuardedArguments(Budget budget) {
        this.budget = budget;
    }

    @Override
    public Expr transform(ExprFunction1 function, @Nullable Expr argument) {
        if (argument == null) {
            return function;
        }
        Expr guarded = guarded(function, argument);
        boolean changesCase = function instanceof E_StrUpperCase || function instanceof E_StrLowerCase;
        return changesCase ? new TextCase(function, guarded, budget) : function.copy(guarded);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr first, Expr second) {
        Expr one = guarded(function, first);
        Expr two = guarded(function, second);
        if (function instanceof E_StrContains || function instanceof E_StrBefore || function instanceof E_StrAfter) {
            return new TextSearch(function, one, two, budget);
        }
        return function instanceof E_StrDatatype ? new Datatypes.StrDt(one, two) : function.copy(one, two);
    }

    /** SUBSTR without a length has two arguments. */
    @Override
    public Expr transform(ExprFunction3 function, Expr first, Expr second, @Nullable Expr third) {
        return function.copy(
                guarded(function, first), guarded(function, second), third == null ? null : guarded(function, third));
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        ExprList guarded = new ExprList();
        arguments.forEach(argument -> guarded.add(guarded(function, argument)));
        return function.copy(guarded);
    }

    private Expr guarded(ExprFunction function, Expr argument) {
        boolean isFree = function instanceof E_Bound || isLogical(function) && isLogical(argument);
        return isFree ? argument : new GuardedExpression(argument, use(function), budget);
    }

    /** Whether an expression builds no value, and fails only if an argument does: BOUND, {@code ||}, {@code &&} and {@code !}. */
    static boolean isLogical(Expr expression) {
        return expression instanceof E_Bound
                || expression instanceof E_LogicalOr
                || expression instanceof E_LogicalAnd
                || expression instanceof E_LogicalNot;
    }

    private static Use use(ExprFunction function) {
        if (function instanceof E_StrEncodeForURI) {
            return Use.argument(ENCODING_GROWTH, Integer.MAX_VALUE);
        }
        if (function instanceof E_StrUpperCase || function instanceof E_StrLowerCase) {
            return Use.argument(CASE_GROWTH, Integer.MAX_VALUE);
        }
        if (function instanceof E_BNode.BNode1) {
            return Use.kept(MAX_PARSED_LENGTH);
        }
        boolean parses = function instanceof E_Function
                || function instanceof E_StrDatatype
                || function instanceof E_StrLang
                || function instanceof E_IRI
                || function instanceof E_IRI2;
        return Use.argument(1, parses ? MAX_PARSED_LENGTH : Integer.MAX_VALUE);
    }
}
