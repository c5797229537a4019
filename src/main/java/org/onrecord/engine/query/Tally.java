// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;
import org.onrecord.engine.row.Scope;

/** An aggregate of one group. Counts of variables are made on term numbers, others by Jena. */
interface Tally {
    /** Adds the current row. */
    void add();

    /** The result; null if it is an error. */
    @Nullable
    NodeValue value();

    /**
     * An aggregate of a query.
     *
     * @param aggregator Jena's aggregate, which has the result for a query without solutions
     * @param tallies begins a group
     */
    record Kind(Aggregator aggregator, Supplier<Tally> tallies) {}

    /**
     * An aggregate of a query.
     *
     * @param visible the variables of the solutions, which an aggregate of whole rows reads
     */
    static Kind kind(Aggregator aggregator, Scope scope, Set<Var> visible) {
        ExprList arguments = aggregator.getExprList();
        Set<Var> variables = arguments == null ? visible : ExprVars.getVarsMentioned(arguments);
        Supplier<Binding> row = scope.terms(variables);
        boolean variable =
                arguments != null && arguments.size() == 1 && arguments.get(0).isVariable();
        return variable && "COUNT".equals(aggregator.getName())
                ? new Kind(
                        aggregator,
                        () -> new Count(
                                scope,
                                scope.place(arguments.get(0).asVar()),
                                aggregator.key().contains("distinct")))
                : new Kind(
                        aggregator,
                        () -> new Accumulated(
                                aggregator.createAccumulator(), row, scope.run().environment()));
    }

    /** COUNT of a variable. */
    final class Count implements Tally {
        private final Scope scope;
        private final int place;
        private final boolean distinct;
        private final Set<Integer> seen = new HashSet<>();
        private long count;

        Count(Scope scope, int place, boolean distinct) {
            this.scope = scope;
            this.place = place;
            this.distinct = distinct;
        }

        @Override
        public void add() {
            int id = scope.row()[place];
            if (id != 0 && (!distinct || seen.add(id))) {
                count++;
                if (distinct) {
                    scope.run().meter().chargeIds(1);
                }
            }
        }

        @Override
        public NodeValue value() {
            return NodeValue.makeInteger(count);
        }
    }

    /**
     * An aggregate by Jena.
     *
     * @param accumulator Jena's accumulator
     * @param row gives what it reads of the current row
     * @param environment the environment for functions
     */
    record Accumulated(Accumulator accumulator, Supplier<Binding> row, FunctionEnv environment) implements Tally {
        @Override
        public void add() {
            accumulator.accumulate(row.get(), environment);
        }

        @Override
        public @Nullable NodeValue value() {
            return accumulator.getValue();
        }
    }
}
