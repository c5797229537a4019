// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.ArrayList;
import java.util.List;
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
import org.onrecord.engine.row.RowSet;
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

    private final class Groups implements Step {
        private final Step solutions;
        private final int[] ids = new int[keys.size()];
        private List<Tally> tallies = List.of();
        private RowSet groups = new RowSet(keys.size(), scope.run().meter());
        private int at;

        Groups(Step solutions) {
            this.solutions = solutions;
        }

        @Override
        public void open() {
            groups = new RowSet(keys.size(), scope.run().meter());
            tallies = aggregates.stream().map(kind -> kind.tallies().get()).toList();
            at = 0;
            solutions.open();
            while (solutions.next()) {
                for (int key = 0; key < ids.length; key++) {
                    ids[key] = keys.get(key).id();
                }
                add();
            }
        }

        private void add() {
            int before = groups.size();
            int group = groups.number(ids);
            for (Tally tally : tallies) {
                if (group == before) {
                    tally.begin();
                }
                tally.add(group);
            }
        }

        /** Without keys there is one group, also of no solutions. */
        @Override
        public boolean next() {
            int[] row = scope.row();
            boolean found = at < (ids.length == 0 ? 1 : groups.size());
            for (int column = 0; column < places.length; column++) {
                row[places[column]] = found ? value(column) : 0;
            }
            at++;
            return found;
        }

        private int value(int column) {
            return column < ids.length ? groups.id(at, column) : result(column - ids.length);
        }

        private int result(int index) {
            if (groups.size() == 0) {
                Node empty = aggregates.get(index).aggregator().getValueEmpty();
                return empty == null ? 0 : scope.run().id(empty);
            }
            NodeValue value = tallies.get(index).value(at);
            return value == null ? 0 : scope.run().id(value.asNode());
        }
    }
}
