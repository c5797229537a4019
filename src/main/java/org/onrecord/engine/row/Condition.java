// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import java.util.BitSet;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;

/**
 * The condition of a FILTER over the current row of a scope (SPARQL 1.1, section 17.2). The results of a test of one
 * variable are kept by term.
 */
public final class Condition {
    private static final int BITS_PER_BYTE = 8;
    private static final double EQUALITY = 0.1;
    private static final double OTHER = 0.5;

    private final Scope scope;
    private final BitSet reads = new BitSet();
    private final Test test;
    private final double selectivity;

    /** Creates a condition. A pattern in it is evaluated with all variables of the scope. */
    public Condition(Expr expression, Scope scope) {
        this.scope = scope;
        this.test = test(expression);
        this.selectivity = expression instanceof E_Equals equals
                        && equals.getArg1().isVariable()
                        && equals.getArg2().isConstant()
                ? EQUALITY
                : OTHER;
    }

    /** An effective boolean value, or an error. */
    private enum Truth {
        TRUE,
        FALSE,
        ERROR;

        static Truth of(boolean value) {
            return value ? TRUE : FALSE;
        }

        Truth negated() {
            return this == ERROR ? ERROR : of(this == FALSE);
        }
    }

    private interface Test {
        Truth result();
    }

    /** The places of the variables. */
    public BitSet reads() {
        return (BitSet) reads.clone();
    }

    /** Estimates the part of the rows for which it holds. */
    public double selectivity() {
        return selectivity;
    }

    /** Whether the effective boolean value is true; false if it is an error. */
    public boolean holds() {
        return test.result() == Truth.TRUE;
    }

    private Test test(Expr expression) {
        if (expression instanceof E_LogicalNot not) {
            return not(test(not.getArg()));
        }
        if (expression instanceof E_LogicalOr or) {
            return or(test(or.getArg1()), test(or.getArg2()));
        }
        if (expression instanceof E_LogicalAnd and) {
            return not(or(not(test(and.getArg1())), not(test(and.getArg2()))));
        }
        if (expression instanceof E_Bound bound && bound.getArg().isVariable()) {
            int place = scope.place(bound.getArg().asVar());
            reads.set(place);
            return () -> Truth.of(scope.row()[place] != 0);
        }
        // Its value is a boolean or an error.
        Expression negation = new Expression(new E_LogicalNot(expression), scope);
        reads.or(negation.reads());
        return negation.isRepeatable() ? new Kept(negation) : () -> result(negation);
    }

    private static Test not(Test test) {
        return () -> test.result().negated();
    }

    private static Test or(Test first, Test second) {
        return () -> {
            Truth one = first.result();
            if (one == Truth.TRUE) {
                return one;
            }
            Truth other = second.result();
            return other == Truth.FALSE ? one : other;
        };
    }

    private static Truth result(Expression negation) {
        try {
            return Truth.of(!negation.value().getBoolean());
        } catch (ExprEvalException e) {
            return Truth.ERROR;
        }
    }

    /** A test of one variable with its results by term. */
    private final class Kept implements Test {
        private final Expression negation;
        private final int place;
        private final BitSet holds = new BitSet();
        private final BitSet fails = new BitSet();
        private final BitSet errors = new BitSet();

        Kept(Expression negation) {
            this.negation = negation;
            this.place = negation.reads().nextSetBit(0);
        }

        @Override
        public Truth result() {
            int id = scope.row()[place];
            if (id == 0) {
                return Condition.result(negation);
            }
            if (holds.get(id)) {
                return Truth.TRUE;
            }
            if (fails.get(id)) {
                return Truth.FALSE;
            }
            return errors.get(id) ? Truth.ERROR : kept(id);
        }

        private Truth kept(int id) {
            Truth result = Condition.result(negation);
            BitSet same = switch (result) {
                case TRUE -> holds;
                case FALSE -> fails;
                case ERROR -> errors;
            };
            int before = same.size();
            same.set(id);
            scope.run().meter().chargeMemory((same.size() - before) / BITS_PER_BYTE);
            return result;
        }
    }
}
