// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.row;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/** The variables of a query or sub-query, and its current row: each variable has a place in it. Not thread-safe. */
public final class Scope {
    /** Memory for each variable of an expression with a pattern, of which a query may have many. */
    private static final int BYTES_PER_VARIABLE = 24;

    private final Run run;
    private final Row row;
    private final Map<Var, Integer> places = new HashMap<>();

    /** Creates a scope with a row of its own. */
    public Scope(Run run) {
        this(run, new Row());
    }

    private Scope(Run run, Row row) {
        this.run = run;
        this.row = row;
    }

    /** A scope over the same row, in which only some variables are those of this scope. */
    public Scope inner(Set<Var> shared) {
        Scope inner = new Scope(run, row);
        shared.forEach(variable -> inner.places.put(variable, place(variable)));
        return inner;
    }

    /** The execution. */
    public Run run() {
        return run;
    }

    /** The place of a variable, which gets one if it has none. */
    public int place(Var variable) {
        return places.computeIfAbsent(variable, key -> row.size++);
    }

    /** The places of variables. */
    public BitSet places(Collection<Var> variables) {
        BitSet result = new BitSet();
        variables.forEach(variable -> result.set(place(variable)));
        return result;
    }

    /** A place without variable. */
    public int place() {
        return row.size++;
    }

    /** The current row. Called after all variables have their places. */
    public int[] row() {
        if (row.values.length < row.size) {
            row.values = new int[row.size];
        }
        return row.values;
    }

    /** The variables that have a place. */
    public Set<Var> variables() {
        return Set.copyOf(places.keySet());
    }

    /** Gives the terms that variables have in the current row. */
    public Supplier<Binding> terms(Set<Var> variables) {
        run.meter().chargeMemory((long) BYTES_PER_VARIABLE * variables.size());
        List<Var> names = List.copyOf(variables);
        int[] places = names.stream().mapToInt(this::place).toArray();
        return () -> binding(names, places);
    }

    /** Jena's builder looks up each variable, which takes longer than the rest where there are one or two. */
    private Binding binding(List<Var> names, int[] places) {
        int[] ids = row();
        if (places.length == 1 && ids[places[0]] != 0) {
            return BindingFactory.binding(names.get(0), run.term(ids[places[0]]));
        }
        if (places.length == 2 && ids[places[0]] != 0 && ids[places[1]] != 0) {
            return BindingFactory.binding(
                    names.get(0), run.term(ids[places[0]]), names.get(1), run.term(ids[places[1]]));
        }
        BindingBuilder builder = BindingFactory.builder();
        for (int at = 0; at < places.length; at++) {
            int id = ids[places[at]];
            if (id != 0) {
                builder.add(names.get(at), run.term(id));
            }
        }
        return builder.build();
    }

    private static final class Row {
        private int size;
        private int[] values = {};
    }
}
