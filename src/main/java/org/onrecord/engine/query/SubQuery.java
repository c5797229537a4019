// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.jspecify.annotations.Nullable;
import org.onrecord.engine.join.JoinPart;
import org.onrecord.engine.join.Table;
import org.onrecord.engine.join.Variables;
import org.onrecord.engine.row.Key;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;

/**
 * A sub-query that is evaluated for the values that other parts give to its variables, each once; as a whole, if there are no
 * such values, or too many.
 */
final class SubQuery implements JoinPart {
    /** Evaluations for values end when they have cost this part of the whole. */
    private static final double WORTH_TRYING = 1.0 / 8;

    /** Memory of the solutions for some values, besides their rows. */
    private static final int BYTES_PER_LOOKUP = 512;

    private final Scope scope;
    private final Plan plan;
    private final int[] places;
    private final Variables variables;

    /** The place in the sub-query of each place of the query; only of variables by which its solutions may be selected. */
    private final Map<Integer, Integer> keys = new HashMap<>();

    private @Nullable Table whole;

    /**
     * A part of a query. A sub-query whose solutions cannot be selected by values is evaluated now.
     *
     * @param scope the scope of the query
     * @param places the places of the sub-query's variables in it
     */
    static JoinPart of(Plan plan, Scope scope, int[] places) {
        return plan.stage().keys().isEmpty()
                ? new Table(scope, places, plan.rows(plan.step()))
                : new SubQuery(plan, scope, places);
    }

    /** Whether it has the groups of a pattern. */
    static boolean isGrouped(Op op) {
        return op instanceof OpGroup
                || op instanceof OpProject project && isGrouped(project.getSubOp())
                || op instanceof OpExtend extend && isGrouped(extend.getSubOp())
                || op instanceof OpFilter filter && isGrouped(filter.getSubOp());
    }

    private SubQuery(Plan plan, Scope scope, int[] places) {
        this.scope = scope;
        this.plan = plan;
        this.places = places;
        int[] inner = plan.places(plan.variables());
        BitSet binds = new BitSet();
        BitSet certain = new BitSet();
        for (int column = 0; column < places.length; column++) {
            binds.set(places[column]);
            if (plan.stage().keys().get(inner[column])) {
                certain.set(places[column]);
                keys.put(places[column], inner[column]);
            }
        }
        this.variables = new Variables(binds, certain, new BitSet(), new BitSet(), new BitSet());
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public double rows(BitSet bound) {
        return whole == null ? plan.stage().rows().applyAsDouble(inner(bound)) : whole.rows(bound);
    }

    @Override
    public double cost(BitSet bound) {
        return whole == null ? plan.stage().cost().applyAsDouble(inner(bound)) : whole.cost(bound);
    }

    @Override
    public Step step(BitSet bound) {
        return new Lookup(bound);
    }

    /** The places in the sub-query of variables by which its solutions may be selected. */
    private BitSet inner(BitSet bound) {
        BitSet given = new BitSet();
        bound.stream().filter(keys::containsKey).forEach(place -> given.set(keys.getOrDefault(place, 0)));
        return given;
    }

    private Table whole() {
        Table table = whole;
        if (table == null) {
            table = new Table(scope, places, plan.rows(plan.step()));
            whole = table;
        }
        return table;
    }

    private final class Lookup implements Step {
        private final BitSet bound;
        private final int[] given;
        private final Step some;
        private final double mostKnown;
        private final Map<Key, Table> known = new HashMap<>();
        private Step current;

        Lookup(BitSet bound) {
            this.bound = bound;
            this.given = bound.stream().filter(keys::containsKey).toArray();
            this.some = given.length == 0 ? plan.step() : plan.stage().step().apply(inner(bound));
            this.mostKnown = given.length == 0 ? 0 : WORTH_TRYING * cost(new BitSet()) / cost(bound);
            this.current = some;
        }

        @Override
        public void open() {
            boolean all = whole != null || given.length == 0 || known.size() > mostKnown;
            Table rows = all ? whole() : known.computeIfAbsent(key(), this::selected);
            current = rows.step(bound);
            current.open();
        }

        @Override
        public boolean next() {
            return current.next();
        }

        private Key key() {
            int[] row = scope.row();
            return new Key(Arrays.stream(given).map(place -> row[place]).toArray());
        }

        /** The solutions with some values; unbound ones select nothing. */
        private Table selected(Key key) {
            scope.run().meter().chargeMemory(BYTES_PER_LOOKUP);
            int[] row = plan.scope().row();
            Arrays.fill(row, 0);
            for (int at = 0; at < given.length; at++) {
                row[keys.getOrDefault(given[at], 0)] = key.id(at);
            }
            List<int[]> rows = plan.rows(some);
            Arrays.fill(row, 0);
            return new Table(scope, places, rows);
        }
    }
}
