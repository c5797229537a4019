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
import org.onrecord.engine.row.Key;
import org.onrecord.engine.row.Scope;

/** An aggregate of one group. Counts of variables and rows are made on term numbers, others by Jena. */
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
        if ("COUNT".equals(aggregator.getName()) && isOfRows(arguments)) {
            int[] places = variables.stream().mapToInt(scope::place).toArray();
            boolean distinct = aggregator.key().contains("distinct");
            return new Kind(aggregator, () -> new Count(scope, places, arguments == null, distinct));
        }
        Supplier<Binding> row = scope.terms(variables);
        return new Kind(
                aggregator,
                () -> new Accumulated(
                        aggregator.createAccumulator(), row, scope.run().environment()));
    }

    /** Whether the arguments are a variable, or none, which stands for all. */
    private static boolean isOfRows(@Nullable ExprList arguments) {
        return arguments == null || arguments.size() == 1 && arguments.get(0).asVar() != null;
    }

    /** COUNT of a variable or of rows. */
    final class Count implements Tally {
        private final Scope scope;
        private final int[] places;
        private final boolean every;
        private final boolean distinct;
        private final Set<Key> seen = new HashSet<>();
        private long count;

        /** @param every whether rows without values count */
        Count(Scope scope, int[] places, boolean every, boolean distinct) {
            this.scope = scope;
            this.places = places;
            this.every = every;
            this.distinct = distinct;
        }

        @Override
        public void add() {
            if (every || scope.row()[places[0]] != 0) {
                count += !distinct || isNew() ? 1 : 0;
            }
        }

        private boolean isNew() {
            boolean added = seen.add(new Key(Plan.values(scope.row(), places)));
            if (added) {
                scope.run().meter().chargeIds(places.length);
            }
            return added;
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
