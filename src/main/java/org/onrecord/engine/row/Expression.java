// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import java.util.BitSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.Unstable;
import org.jspecify.annotations.Nullable;

/** An expression over the current row of a scope. */
public final class Expression {
    private final Expr expression;
    private final Scope scope;
    private final Set<Var> variables;
    private final Supplier<Binding> terms;
    /** Whose value it is, itself or checked; null for another expression. */
    private final @Nullable Var variable;

    private final int place;

    /** Creates an expression. A pattern in it is evaluated with all variables of the scope. */
    public Expression(Expr expression, Scope scope) {
        this.expression = expression;
        this.scope = scope;
        this.variables = hasPattern(expression) ? scope.variables() : ExprVars.getVarsMentioned(expression);
        this.terms = scope.terms(variables);
        this.variable = expression.asVar();
        this.place = variable == null ? -1 : scope.place(variable);
    }

    /** Whether an expression contains EXISTS or NOT EXISTS. */
    public static boolean hasPattern(Expr expression) {
        return expression instanceof ExprFunctionOp
                || expression.isFunction()
                        && expression.getFunction().getArgs().stream().anyMatch(Expression::hasPattern);
    }

    /** Whether it has one variable, and the same value for the same term. */
    boolean isRepeatable() {
        return variables.size() == 1 && isRepeatable(expression);
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

    /**
     * The value.
     *
     * @throws ExprEvalException if it is an error
     */
    NodeValue value() {
        return expression.eval(terms.get(), scope.run().environment());
    }

    /** The value with a number that it had. */
    public NodeValue value(int id) {
        Node term = scope.run().term(id);
        return variable == null
                ? NodeValue.makeNode(term)
                : expression.eval(
                        BindingFactory.binding(variable, term), scope.run().environment());
    }

    /** The number of the value, or 0 if it is an error. */
    public int id() {
        if (place >= 0) {
            return scope.row()[place];
        }
        try {
            return scope.run().id(value().asNode());
        } catch (ExprEvalException e) {
            return 0;
        }
    }
}
