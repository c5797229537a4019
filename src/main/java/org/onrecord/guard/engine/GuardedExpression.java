// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.regex.Pattern;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;
import org.onrecord.guard.Budget;

/**
 * An expression with a budget. It wraps every function argument and operator expression, so that all expressions are
 * evaluated here.
 *
 * <p>Each evaluation is a step, weighted by the length of the value. An argument is charged before its function is
 * called, and released after it has returned. A bound value remains charged.
 */
final class GuardedExpression extends ExprFunction1 {
    private static final String NAME = "guarded";

    /** Bound texts up to this length, in UTF-16 code units, are covered by the charge of a row. */
    private static final int SHORT_TEXT = 64;

    /**
     * What Jena's BNODE keeps of each row besides the text: the row, and a map of labels. Measured: 190 bytes for a row of six
     * variables.
     */
    private static final int KEPT_BYTES = 512;

    /** LANGTAG without @ (SPARQL 1.1 Query, rule 145); Jena 5.6.0 accepts other values. */
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]++(-[A-Za-z0-9]++)*+");

    private final Use use;
    private final Budget budget;

    GuardedExpression(Expr inner, Use use, Budget budget) {
        super(inner, NAME);
        this.use = use;
        this.budget = budget;
    }

    /**
     * The use of the value.
     *
     * @param kind its lifetime
     * @param growth maximum ratio of the length of a text built from it
     * @param maxLength the maximum length in UTF-16 code units
     */
    record Use(Kind kind, int growth, int maxLength) {
        /** Discarded after evaluation: a filter or sort condition. */
        static final Use DROPPED = new Use(Kind.DROPPED, 1, Integer.MAX_VALUE);

        /** Bound to a variable. */
        static final Use BOUND = new Use(Kind.BOUND, 1, Integer.MAX_VALUE);

        /** Appended to a growing text, so that short values are charged too. */
        static final Use COPIED = new Use(Kind.COPIED, 1, Integer.MAX_VALUE);

        /** Kept by its function until the query ends, as by BNODE with its row. */
        static Use kept(int maxLength) {
            return new Use(Kind.KEPT, 1, maxLength);
        }

        static Use argument(int growth, int maxLength) {
            return new Use(Kind.ARGUMENT, growth, maxLength);
        }
    }

    private enum Kind {
        ARGUMENT,
        KEPT,
        DROPPED,
        BOUND,
        COPIED
    }

    /**
     * Evaluates the inner expression. A Java exception becomes an expression error (SPARQL 1.1 Query, section 17.2).
     */
    @Override
    protected NodeValue evalSpecial(Binding row, FunctionEnv environment) {
        long mark = budget.temporary();
        NodeValue value;
        try {
            value = expr.eval(row, environment);
            value.asNode();
        } catch (QueryException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ExprEvalException("The function has no value for these arguments", e);
        } finally {
            budget.releaseTemporary(mark);
        }
        if (expr instanceof E_StrLang && !LANGUAGE_TAG.matcher(value.getLang()).matches()) {
            throw new ExprEvalException("STRLANG requires a language tag");
        }
        charge(value, row);
        return value;
    }

    /** The variable that it is, whose term is known without an evaluation. */
    @Override
    public @Nullable Var asVar() {
        return expr.asVar();
    }

    private void charge(NodeValue value, Binding row) {
        long length = ValueBounds.length(value, budget);
        budget.step(length);
        if (length > use.maxLength()) {
            throw budget.refuse(ValueBounds.tooLong(use.maxLength()));
        }
        switch (use.kind()) {
            case ARGUMENT -> budget.chargeTemporary(2 * length * use.growth());
            case BOUND -> budget.chargeMemory(length > SHORT_TEXT && !expr.isVariable() ? 2 * length : 0);
            case COPIED -> budget.chargeMemory(2 * length);
            case KEPT -> budget.chargeMemory(KEPT_BYTES + (long) Budget.CELL_BYTES * row.size() + 2 * length);
            case DROPPED -> {}
        }
    }

    @Override
    public NodeValue eval(NodeValue value) {
        throw new IllegalStateException("evalSpecial is called instead");
    }

    @Override
    public Expr copy(Expr inner) {
        return new GuardedExpression(inner, use, budget);
    }
}
