// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;

/** Where a way to the focus node has got to: a clause, the variables that rows bind, and what was not applied yet. */
final class PlanPosition {
    private final Clause clause;
    private final Set<Var> known;
    private final List<Edge> edges;
    private final List<Expr> filters;
    private final Map<Clause, Boolean> tests;

    PlanPosition(Clause clause, List<Edge> edges, Set<Var> known) {
        this.clause = clause;
        this.known = new HashSet<>(known);
        this.edges = new ArrayList<>(edges);
        this.filters = new ArrayList<>(clause.filters());
        this.tests = new LinkedHashMap<>(clause.tests());
    }

    Clause clause() {
        return clause;
    }

    Set<Var> known() {
        return known;
    }

    /** The patterns that are not joined yet. */
    List<Edge> edges() {
        return edges;
    }

    List<Expr> filters() {
        return filters;
    }

    /** The conditions that are not tested yet, and whether they must have a solution. */
    Map<Clause, Boolean> tests() {
        return tests;
    }

    /** Joins a pattern, and applies the filters for which it binds the variables. */
    void join(Edge edge, List<Stage> stages) {
        edges.remove(edge);
        known.addAll(edge.variables());
        stages.add(new Stage.Join(edge));
        filter(stages);
    }

    /** Applies the filters whose variables are known. */
    void filter(List<Stage> stages) {
        filters.removeIf(filter -> {
            boolean ready = known.containsAll(filter.getVarsMentioned());
            if (ready) {
                stages.add(new Stage.Keep(filter));
            }
            return ready;
        });
    }
}
