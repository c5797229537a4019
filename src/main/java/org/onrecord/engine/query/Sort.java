// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;
import org.onrecord.engine.Sorting;
import org.onrecord.engine.row.Expression;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;

/** ORDER BY. With a limit, only as many rows are kept. */
final class Sort {
    /** How many rows share a value of a key, on average, for which ranks pay. */
    private static final int SHARED = 4;

    private final Scope scope;
    private final int[] places;
    private final List<Expression> keys = new ArrayList<>();
    private final List<Boolean> descending = new ArrayList<>();
    private final long limit;
    private final Map<Integer, NodeValue> values = new HashMap<>();

    /**
     * Creates a sort.
     *
     * @param places the places of the variables that are kept
     * @param limit how many solutions are needed, or {@link Query#NOLIMIT}
     */
    Sort(Scope scope, int[] places, List<SortCondition> conditions, long limit) {
        this.scope = scope;
        this.places = places;
        this.limit = limit;
        for (SortCondition condition : conditions) {
            keys.add(new Expression(condition.getExpression(), scope));
            descending.add(condition.getDirection() == Query.ORDER_DESCENDING);
        }
    }

    /**
     * The order of rows.
     *
     * @param ranked the keys that are replaced by their ranks
     */
    private Comparator<int[]> order(BitSet ranked) {
        return IntStream.range(0, keys.size())
                .mapToObj(key -> {
                    int column = places.length + key;
                    Comparator<int[]> next = ranked.get(key)
                            ? Comparator.comparingInt(row -> row[column])
                            : (one, other) -> compare(keys.get(key), one[column], other[column]);
                    return descending.get(key) ? next.reversed() : next;
                })
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    /** Replaces the values of a key by their ranks, if most rows share theirs with others: numbers are compared faster. */
    private boolean rank(int key, List<int[]> rows) {
        int column = places.length + key;
        Set<Integer> different = new HashSet<>();
        for (int[] row : rows) {
            different.add(row[column]);
            if (different.size() * SHARED > rows.size()) {
                return false;
            }
        }
        List<Integer> sorted =
                Sorting.sorted(List.copyOf(different), (one, other) -> compare(keys.get(key), one, other));
        Map<Integer, Integer> ranks = new HashMap<>();
        int rank = 0;
        for (int at = 0; at < sorted.size(); at++) {
            scope.run().meter().chargeIds(1);
            rank += at > 0 && compare(keys.get(key), sorted.get(at - 1), sorted.get(at)) != 0 ? 1 : 0;
            ranks.put(sorted.get(at), rank);
        }
        rows.forEach(row -> row[column] = Objects.requireNonNull(ranks.get(row[column])));
        return true;
    }

    /** The sorted solutions. */
    Step step(Step solutions) {
        return new Sorted(solutions);
    }

    /** The kept values of the current row, then its sort keys. */
    private int[] row() {
        int[] current = scope.row();
        int[] row = new int[places.length + keys.size()];
        for (int column = 0; column < places.length; column++) {
            row[column] = current[places[column]];
        }
        for (int key = 0; key < keys.size(); key++) {
            row[places.length + key] = keys.get(key).id();
        }
        return row;
    }

    /** The order of SPARQL 1.1, section 15.1; what that leaves open as in Jena. */
    private int compare(Expression key, int one, int other) {
        if (one == other) {
            return 0;
        }
        scope.run().meter().step();
        if (one != 0 && other != 0) {
            Node term = scope.run().term(one);
            Node next = scope.run().term(other);
            if (term.isURI() && next.isURI()) {
                return term.getURI().compareTo(next.getURI());
            }
        }
        return BindingComparator.compareNodesRaw(value(key, one), value(key, other));
    }

    private @Nullable NodeValue value(Expression key, int id) {
        return id == 0
                ? null
                : values.computeIfAbsent(id, missing -> {
                    scope.run().meter().chargeIds(1);
                    return key.value(id);
                });
    }

    private final class Sorted implements Step {
        private final Step solutions;
        private List<int[]> sorted = List.of();
        private int at;

        Sorted(Step solutions) {
            this.solutions = solutions;
        }

        @Override
        public void open() {
            solutions.open();
            sorted = limit >= 0 && limit < Integer.MAX_VALUE ? first((int) limit) : all();
            at = 0;
        }

        private List<int[]> all() {
            List<int[]> rows = new ArrayList<>();
            while (solutions.next()) {
                scope.run().meter().chargeIds(places.length + keys.size());
                rows.add(row());
            }
            BitSet ranked = new BitSet();
            IntStream.range(0, keys.size()).forEach(key -> ranked.set(key, rank(key, rows)));
            return Sorting.sorted(rows, order(ranked));
        }

        private List<int[]> first(int most) {
            Sorting.First<int[]> rows = new Sorting.First<>(most, order(new BitSet()));
            while (solutions.next() && most > 0) {
                int[] row = row();
                if (rows.add(row)) {
                    scope.run().meter().chargeIds(row.length);
                }
            }
            return rows.sorted();
        }

        @Override
        public boolean next() {
            int[] current = scope.row();
            if (at == sorted.size()) {
                for (int place : places) {
                    current[place] = 0;
                }
                return false;
            }
            int[] row = sorted.get(at++);
            for (int column = 0; column < places.length; column++) {
                current[places[column]] = row[column];
            }
            return true;
        }
    }
}
