// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.join;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.engine.row.Key;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;

/** Rows that were evaluated before: VALUES, sub-queries, and groups that must be evaluated alone. */
public final class Table implements JoinPart {
    private final Scope scope;
    private final int[] places;
    private final List<int[]> rows;
    private final BitSet certain = new BitSet();
    private final Variables variables;
    private final Map<BitSet, Map<Key, List<int[]>>> indexes = new HashMap<>();

    /**
     * Creates a table.
     *
     * @param places the places of the columns
     * @param rows term numbers by column, 0 for no value
     */
    public Table(Scope scope, int[] places, List<int[]> rows) {
        this.scope = scope;
        this.places = places;
        this.rows = rows;
        for (int column = 0; column < places.length; column++) {
            int at = column;
            if (rows.stream().allMatch(row -> row[at] != 0)) {
                certain.set(places[column]);
            }
        }
        this.variables = new Variables(places(places), certain, new BitSet(), new BitSet(), new BitSet());
    }

    private static BitSet places(int[] places) {
        BitSet result = new BitSet();
        Arrays.stream(places).forEach(result::set);
        return result;
    }

    @Override
    public Variables variables() {
        return variables;
    }

    @Override
    public double rows(BitSet bound) {
        BitSet keys = (BitSet) certain.clone();
        keys.and(bound);
        return keys.isEmpty() || rows.isEmpty()
                ? rows.size()
                : (double) rows.size() / index(keys).size();
    }

    @Override
    public Step step(BitSet bound) {
        return new Probe(scope.row());
    }

    /** Whether a row of the table is compatible with values and shares a bound variable with them (MINUS). */
    boolean excludes(int[] row) {
        return candidates(row).stream().anyMatch(candidate -> {
            boolean shares = false;
            for (int column = 0; column < places.length; column++) {
                int value = row[places[column]];
                if (value != 0 && candidate[column] != 0) {
                    if (value != candidate[column]) {
                        return false;
                    }
                    shares = true;
                }
            }
            return shares;
        });
    }

    /** The rows that have the values of a row in the columns that always have one. */
    private List<int[]> candidates(int[] row) {
        BitSet keys = new BitSet();
        for (int place : places) {
            if (row[place] != 0 && certain.get(place)) {
                keys.set(place);
            }
        }
        if (keys.isEmpty()) {
            return rows;
        }
        Key key = new Key(keys.stream().map(place -> row[place]).toArray());
        return index(keys).getOrDefault(key, List.of());
    }

    private Map<Key, List<int[]>> index(BitSet keys) {
        return indexes.computeIfAbsent(keys, missing -> {
            int[] columns = keys.stream().map(place -> column(place)).toArray();
            Map<Key, List<int[]>> index = new HashMap<>();
            for (int[] row : rows) {
                scope.run().meter().chargeIds(columns.length);
                Key key = new Key(
                        Arrays.stream(columns).map(column -> row[column]).toArray());
                index.computeIfAbsent(key, first -> new ArrayList<>(1)).add(row);
            }
            return index;
        });
    }

    private int column(int place) {
        int column = 0;
        while (places[column] != place) {
            column++;
        }
        return column;
    }

    private final class Probe implements Step {
        private final int[] row;
        private final int[] before = new int[places.length];
        private List<int[]> candidates = List.of();
        private int at;

        Probe(int[] row) {
            this.row = row;
        }

        @Override
        public void open() {
            for (int column = 0; column < places.length; column++) {
                before[column] = row[places[column]];
            }
            candidates = candidates(row);
            at = 0;
        }

        @Override
        public boolean next() {
            while (at < candidates.size()) {
                scope.run().meter().step();
                if (take(candidates.get(at++))) {
                    return true;
                }
            }
            restore();
            return false;
        }

        private boolean take(int[] candidate) {
            for (int column = 0; column < places.length; column++) {
                if (before[column] != 0 && candidate[column] != 0 && before[column] != candidate[column]) {
                    return false;
                }
            }
            for (int column = 0; column < places.length; column++) {
                row[places[column]] = before[column] == 0 ? candidate[column] : before[column];
            }
            return true;
        }

        private void restore() {
            for (int column = 0; column < places.length; column++) {
                row[places[column]] = before[column];
            }
        }
    }
}
