// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** Adds the conditions of a filter to a clause. */
final class ClauseConditions {
    private final Clause clause;
    private final QueryNames names;
    private final Set<Var> bound;
    private final Set<Var> maybe;

    /**
     * Conditions over the rows of an operator.
     *
     * @param bound the variables that each row binds
     * @param op the operator, whose other variables some rows may bind
     */
    ClauseConditions(Clause clause, QueryNames names, Set<Var> bound, Op op) {
        this.clause = clause;
        this.names = names;
        this.bound = new HashSet<>(bound);
        this.bound.addAll(clause.outer());
        this.maybe = names.of(OpVars.visibleVars(op));
        this.maybe.removeAll(this.bound);
    }

    void add(ExprList conditions) {
        ExprList.splitConjunction(conditions).forEach(this::add);
    }

    private void add(Expr condition) {
        if (condition instanceof E_NotExists test) {
            clause.tests().put(test(test), false);
            return;
        }
        boolean simple = tests(condition).isEmpty();
        addTests(condition);
        Expr named = condition.applyNodeTransform(names::of);
        if (simple && bound.containsAll(named.getVarsMentioned())) {
            clause.filters().add(named);
        } else {
            clause.setInexact();
        }
    }

    /** Adds what the EXISTS of an expression look up. */
    void addTests(Expr expression) {
        tests(expression).forEach(this::test);
    }

    private Clause test(ExprFunctionOp test) {
        Clause part = clause.condition(bound);
        part.shared().addAll(bound);
        part.maybe().addAll(maybe);
        QueryClauses.addTest(test.getGraphPattern(), names, part);
        if (part.variables().stream().anyMatch(part.maybe()::contains)) {
            part.setInexact();
        }
        return part;
    }

    private static List<ExprFunctionOp> tests(Expr expression) {
        List<ExprFunctionOp> tests = new ArrayList<>();
        Walker.walk(expression, new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionOp test) {
                tests.add(test);
            }
        });
        return tests;
    }

    /** @throws UntracedException if an expression has an EXISTS */
    static void refuseTests(Expr expression) {
        if (!tests(expression).isEmpty()) {
            throw new UntracedException("EXISTS in ORDER BY");
        }
    }
}
