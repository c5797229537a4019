// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.onrecord.engine.row.Expression;
import org.onrecord.engine.row.Key;
import org.onrecord.engine.row.Meter;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;

/** GROUP BY and aggregates (SPARQL 1.1, section 18.5.1). */
final class Group {
    private final Scope scope;
    private final List<Expression> keys = new ArrayList<>();
    private final List<Tally.Kind> aggregates = new ArrayList<>();
    private final int[] places;

    Group(Scope scope, OpGroup group) {
        this.scope = scope;
        VarExprList variables = group.getGroupVars();
        List<Var> results = new ArrayList<>(variables.getVars());
        for (Var variable : variables.getVars()) {
            keys.add(new Expression(
                    variables.hasExpr(variable) ? variables.getExpr(variable) : new ExprVar(variable), scope));
        }
        Set<Var> visible = OpVars.visibleVars(group.getSubOp());
        for (ExprAggregator aggregate : group.getAggregators()) {
            aggregates.add(Tally.kind(aggregate.getAggregator(), scope, visible));
            results.add(aggregate.getVar());
        }
        this.places = results.stream().mapToInt(scope::place).toArray();
    }

    /** The groups of solutions. */
    Step step(Step solutions) {
        return new Groups(solutions);
    }

    private Tally[] created(Key key) {
        scope.run().meter().chargeIds(places.length);
        scope.run().meter().chargeMemory((long) Meter.ROW_BYTES * aggregates.size());
        return aggregates.stream().map(kind -> kind.tallies().get()).toArray(Tally[]::new);
    }

    private int result(Tally[] tallies, int index) {
        if (tallies.length == 0) {
            Node empty = aggregates.get(index).aggregator().getValueEmpty();
            return empty == null ? 0 : scope.run().id(empty);
        }
        NodeValue value = tallies[index].value();
        return value == null ? 0 : scope.run().id(value.asNode());
    }

    private final class Groups implements Step {
        private final Step solutions;
        private Iterator<Map.Entry<Key, Tally[]>> groups =
                Map.<Key, Tally[]>of().entrySet().iterator();

        Groups(Step solutions) {
            this.solutions = solutions;
        }

        @Override
        public void open() {
            Map<Key, Tally[]> tallies = new LinkedHashMap<>();
            solutions.open();
            while (solutions.next()) {
                int[] ids = new int[keys.size()];
                for (int key = 0; key < ids.length; key++) {
                    ids[key] = keys.get(key).id();
                }
                for (Tally tally : tallies.computeIfAbsent(new Key(ids), Group.this::created)) {
                    tally.add();
                }
            }
            if (keys.isEmpty() && tallies.isEmpty()) {
                tallies.put(new Key(new int[0]), new Tally[0]);
            }
            groups = tallies.entrySet().iterator();
        }

        @Override
        public boolean next() {
            int[] row = scope.row();
            if (!groups.hasNext()) {
                for (int place : places) {
                    row[place] = 0;
                }
                return false;
            }
            Map.Entry<Key, Tally[]> group = groups.next();
            for (int column = 0; column < places.length; column++) {
                row[places[column]] = column < keys.size()
                        ? group.getKey().id(column)
                        : result(group.getValue(), column - keys.size());
            }
            return true;
        }
    }
}
