// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLabel;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.core.Var;
import org.onrecord.engine.join.JoinBlock;
import org.onrecord.engine.row.NotSupportedException;
import org.onrecord.engine.row.Run;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Step;
import org.onrecord.engine.row.Term;

/**
 * A query or sub-query with its solution modifiers (SPARQL 1.1, section 18.2.4).
 *
 * @param scope its variables
 * @param variables the variables of its solutions
 * @param stage its last stage
 * @param step its steps
 */
record Plan(Scope scope, List<Var> variables, Stage stage, Step step) {
    Plan {
        variables = List.copyOf(variables);
    }

    /**
     * A pattern with some of the solution modifiers. Its functions take the variables that are probably bound before.
     *
     * @param step creates the steps; called after all variables have their places
     * @param rows estimates the solutions
     * @param cost estimates the steps
     * @param values estimates the different values of a variable
     * @param keys the variables by whose values the solutions may be selected before, instead of after
     */
    record Stage(
            Function<BitSet, Step> step,
            ToDoubleFunction<BitSet> rows,
            ToDoubleFunction<BitSet> cost,
            IntToDoubleFunction values,
            BitSet keys) {
        static Stage of(JoinBlock block) {
            return new Stage(
                    block::step,
                    block::rows,
                    block::cost,
                    block::values,
                    block.variables().selectable());
        }

        Stage then(UnaryOperator<Step> next) {
            return new Stage(bound -> next.apply(step.apply(bound)), rows, cost, values, keys);
        }

        /** Where only some of the keys, or none, are still keys. */
        Stage with(BitSet some) {
            BitSet left = (BitSet) keys.clone();
            left.and(some);
            return new Stage(step, rows, cost, values, left);
        }

        /** Where each combination of values of the keys has one solution. */
        Stage grouped() {
            ToDoubleFunction<BitSet> combinations = bound -> keys.stream()
                    .filter(key -> !bound.get(key))
                    .mapToDouble(values)
                    .reduce(1, (some, more) -> some * more);
            return new Stage(
                    step,
                    bound -> Math.min(rows.applyAsDouble(bound), combinations.applyAsDouble(bound)),
                    cost,
                    values,
                    keys);
        }
    }

    /**
     * Compiles a query.
     *
     * @param graph the active graph, a constant or {@link Term#ANY}
     */
    static Plan of(Op op, Run run, Term graph) {
        if (graph.place() >= 0) {
            throw new NotSupportedException("a sub-query within GRAPH with a variable");
        }
        Scope scope = new Scope(run);
        Set<Var> variables = OpVars.visibleVars(op);
        scope.places(variables);
        Stage stage = new Modifiers(scope, new Compiler(scope, graph), false).of(op, Query.NOLIMIT);
        return new Plan(scope, List.copyOf(variables), stage, stage.step().apply(new BitSet()));
    }

    /** The rows of the solutions that steps give. */
    List<int[]> rows(Step steps) {
        return rows(steps, variables);
    }

    /** The same with some of the variables. */
    List<int[]> rows(Step steps, List<Var> columns) {
        int[] places = places(columns);
        List<int[]> rows = new ArrayList<>();
        steps.open();
        while (steps.next()) {
            scope.run().meter().chargeIds(places.length);
            rows.add(values(scope.row(), places));
        }
        return rows;
    }

    /** The places of variables in the row. */
    int[] places(List<Var> columns) {
        return columns.stream().mapToInt(scope::place).toArray();
    }

    private static int[] values(int[] row, int[] places) {
        int[] values = new int[places.length];
        for (int at = 0; at < places.length; at++) {
            values[at] = row[places[at]];
        }
        return values;
    }

    /**
     * Compiles solution modifiers.
     *
     * @param scope the scope of the query
     * @param compiler compiles its patterns
     * @param projected whether the variables were projected, so that another projection is one of a sub-query
     */
    private record Modifiers(Scope scope, Compiler compiler, boolean projected) {
        /** @param limit how many sorted solutions are needed, or {@link Query#NOLIMIT} */
        Stage of(Op op, long limit) {
            if (projected && (op instanceof OpSlice || op instanceof OpProject || op instanceof OpDistinct)) {
                return Stage.of(compiler.subQuery(op));
            } else if (op instanceof OpSlice slice) {
                long most = slice.getLength() == Query.NOLIMIT
                        ? Query.NOLIMIT
                        : Math.max(0, slice.getStart()) + slice.getLength();
                return of(slice.getSubOp(), most)
                        .then(sub -> new Slice(sub, slice.getStart(), slice.getLength()))
                        .with(new BitSet());
            } else if (op instanceof OpProject project) {
                return inner().of(project.getSubOp(), limit);
            } else if (op instanceof OpLabel label && label.getSubOp() != null) {
                return of(label.getSubOp(), limit);
            } else if (op instanceof OpReduced reduced) {
                return of(reduced.getSubOp(), Query.NOLIMIT);
            } else if (op instanceof OpDistinct distinct) {
                Stage sub = of(distinct.getSubOp(), Query.NOLIMIT);
                int[] places = places(distinct);
                return sub.then(solutions -> new Distinct(scope, solutions, places));
            } else if (op instanceof OpOrder order) {
                Stage sub = inner().of(order.getSubOp(), Query.NOLIMIT);
                Sort sort = new Sort(scope, places(order), order.getConditions(), limit);
                return sub.then(sort::step);
            } else if (op instanceof OpGroup group) {
                return grouped(inner().of(group.getSubOp(), Query.NOLIMIT), group);
            }
            return Stage.of(compiler.block(op));
        }

        private Stage grouped(Stage sub, OpGroup group) {
            Group grouped = new Group(scope, group);
            BitSet keys = new BitSet();
            group.getGroupVars().getVars().stream()
                    .filter(variable -> !group.getGroupVars().hasExpr(variable))
                    .forEach(variable -> keys.set(scope.place(variable)));
            Stage groups = sub.then(grouped::step).with(keys);
            boolean onlyKeys =
                    groups.keys().cardinality() == group.getGroupVars().size();
            return onlyKeys ? groups.grouped() : groups;
        }

        private Modifiers inner() {
            return new Modifiers(scope, compiler, true);
        }

        private int[] places(Op op) {
            return OpVars.visibleVars(op).stream().mapToInt(scope::place).toArray();
        }
    }
}
