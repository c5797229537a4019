// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVars;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.jspecify.annotations.Nullable;
import org.onrecord.engine.row.Meter;
import org.onrecord.engine.row.Run;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Seen;

/** An aggregate of groups, which are numbered from 0. Counts of variables and rows are made on term numbers, others by Jena. */
interface Tally {
    /** Adds a group, whose number is the number of groups before. */
    void begin();

    /** Adds the current row to a group. */
    void add(int group);

    /** The result of a group; null if it is an error. */
    @Nullable
    NodeValue value(int group);

    /**
     * An aggregate of a query.
     *
     * @param aggregator Jena's aggregate, which has the result for a query without solutions
     * @param tallies begins an evaluation
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
        return new Kind(aggregator, () -> new Accumulated(aggregator, new ArrayList<>(), row, scope.run()));
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
        private final List<Seen> seen = new ArrayList<>();
        private long[] counts = new long[1];
        private int groups;

        /** @param every whether rows without values count */
        Count(Scope scope, int[] places, boolean every, boolean distinct) {
            this.scope = scope;
            this.places = places;
            this.every = every;
            this.distinct = distinct;
        }

        @Override
        public void begin() {
            if (groups == counts.length) {
                scope.run().meter().chargeMemory((long) Long.BYTES * groups);
                counts = Arrays.copyOf(counts, 2 * groups);
            }
            groups++;
            if (distinct) {
                seen.add(Seen.of(scope, places));
            }
        }

        @Override
        public void add(int group) {
            if ((every || scope.row()[places[0]] != 0)
                    && (!distinct || seen.get(group).add())) {
                counts[group]++;
            }
        }

        @Override
        public NodeValue value(int group) {
            return NodeValue.makeInteger(counts[group]);
        }
    }

    /**
     * An aggregate by Jena.
     *
     * @param accumulators Jena's accumulators of the groups
     * @param row gives what they read of the current row
     */
    record Accumulated(Aggregator aggregator, List<Accumulator> accumulators, Supplier<Binding> row, Run run)
            implements Tally {
        @Override
        public void begin() {
            run.meter().chargeMemory(Meter.ROW_BYTES);
            accumulators.add(aggregator.createAccumulator());
        }

        @Override
        public void add(int group) {
            accumulators.get(group).accumulate(row.get(), run.environment());
        }

        @Override
        public @Nullable NodeValue value(int group) {
            return accumulators.get(group).getValue();
        }
    }
}
