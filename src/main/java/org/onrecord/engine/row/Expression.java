// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import java.util.BitSet;
import java.util.Set;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.expr.Unstable;

/** An expression over the current row of a scope. The results of a test of one variable are kept by term. */
public final class Expression {
    private final Expr expression;
    private final Scope scope;
    private final Set<Var> variables;
    private final int place;
    private final boolean repeatable;
    private final BitSet known = new BitSet();
    private final BitSet satisfied = new BitSet();

    /** Creates an expression. A pattern in it is evaluated with all variables of the scope. */
    public Expression(Expr expression, Scope scope) {
        this.expression = expression;
        this.scope = scope;
        this.variables = hasPattern(expression) ? scope.variables() : ExprVars.getVarsMentioned(expression);
        scope.places(variables);
        this.place = variables.size() == 1 ? scope.place(variables.iterator().next()) : -1;
        this.repeatable = place >= 0 && isRepeatable(expression);
    }

    /** Whether an expression contains EXISTS or NOT EXISTS. */
    public static boolean hasPattern(Expr expression) {
        return expression instanceof ExprFunctionOp
                || expression.isFunction()
                        && expression.getFunction().getArgs().stream().anyMatch(Expression::hasPattern);
    }

    private static boolean isRepeatable(Expr expression) {
        return !(expression instanceof ExprFunctionOp)
                && !(expression instanceof Unstable)
                && !(expression instanceof E_Function)
                && (!expression.isFunction()
                        || expression.getFunction().getArgs().stream().allMatch(Expression::isRepeatable));
    }

    /** The places of the variables. */
    public BitSet reads() {
        return scope.places(variables);
    }

    /** The effective boolean value; false if it is an error (SPARQL 1.1, section 17.2). */
    public boolean test() {
        int id = repeatable ? scope.row()[place] : 0;
        if (id == 0) {
            return expression.isSatisfied(scope.binding(variables), scope.run().environment());
        }
        if (!known.get(id)) {
            int before = known.size();
            known.set(id);
            scope.run().meter().chargeMemory((known.size() - before) / 4);
            satisfied.set(
                    id,
                    expression.isSatisfied(scope.binding(variables), scope.run().environment()));
        }
        return satisfied.get(id);
    }

    /** The number of the value, or 0 if it is an error. */
    public int id() {
        if (expression.isVariable()) {
            return scope.row()[place];
        }
        try {
            return scope.run()
                    .id(expression
                            .eval(scope.binding(variables), scope.run().environment())
                            .asNode());
        } catch (ExprEvalException e) {
            return 0;
        }
    }
}
