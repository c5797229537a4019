// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.BitSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.onrecord.engine.row.Assignment;
import org.onrecord.engine.row.Condition;
import org.onrecord.engine.row.Expression;
import org.onrecord.engine.row.Once;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;
import org.onrecord.engine.row.Term;

/**
 * A part with at most one solution for a row: FILTER, MINUS, BIND (SPARQL 1.1, section 18.5).
 *
 * @param variables its variables
 * @param selectivity estimates the part of the rows for which it has a solution
 * @param costs estimates the steps for a row in which some variables are bound
 * @param steps creates the step, given the variables that are probably bound before it
 */
public record TestPart(
        Variables variables, double selectivity, ToDoubleFunction<BitSet> costs, Function<BitSet, Step> steps)
        implements JoinPart {
    private static final double CHEAP = 2;
    private static final double HALF = 0.5;

    /** FILTER with a condition. */
    public static TestPart filter(Condition condition) {
        return test(condition.reads(), condition.selectivity(), condition::holds);
    }

    /** MINUS: no row of a table is compatible with the current row and shares a variable with it. */
    public static TestPart minus(Scope scope, Table table) {
        return test(table.variables().binds(), HALF, () -> !table.excludes(scope.row()));
    }

    private static TestPart test(BitSet reads, double selectivity, BooleanSupplier test) {
        return new TestPart(Variables.read(reads), selectivity, bound -> CHEAP, bound -> new Once(test));
    }

    /**
     * FILTER EXISTS and FILTER NOT EXISTS: whether a block has a solution with the current row.
     *
     * @param wanted whether a solution is wanted, or none
     */
    public static TestPart exists(Scope scope, JoinBlock block, boolean wanted) {
        return new TestPart(
                Variables.read(block.variables().all()),
                HALF,
                bound -> 1 + block.cost(bound) / 2,
                bound -> existence(scope.row(), block.step(bound), wanted));
    }

    private static Step existence(int[] row, Step inner, boolean wanted) {
        int[] saved = new int[row.length];
        return new Once(() -> {
            System.arraycopy(row, 0, saved, 0, row.length);
            inner.open();
            boolean found = inner.next();
            System.arraycopy(saved, 0, row, 0, row.length);
            return found == wanted;
        });
    }

    /**
     * BIND: gives a variable the value of an expression; it stays unbound if that is an error.
     *
     * @param place the place of the variable
     */
    public static TestPart bind(Scope scope, int place, Expression expression) {
        Variables variables = new Variables(
                Term.variable(place).places(), new BitSet(), expression.reads(), new BitSet(), new BitSet());
        return new TestPart(variables, 1, bound -> CHEAP, bound -> new Assignment(scope.row(), place, expression));
    }

    @Override
    public Kind kind() {
        return Kind.TEST;
    }

    @Override
    public double rows(BitSet bound) {
        return selectivity;
    }

    @Override
    public double cost(BitSet bound) {
        return costs.applyAsDouble(bound);
    }

    @Override
    public Step step(BitSet bound) {
        return steps.apply(bound);
    }
}
