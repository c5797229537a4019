// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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
 * @param step its steps
 */
record Plan(Scope scope, List<Var> variables, Step step) {
    Plan {
        variables = List.copyOf(variables);
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
        Supplier<Step> step = new Modifiers(scope, new Compiler(scope, graph), false).of(op, Query.NOLIMIT);
        return new Plan(scope, List.copyOf(variables), step.get());
    }

    /** The rows of all solutions, by some variables. */
    List<int[]> rows(List<Var> columns) {
        int[] places = places(columns);
        List<int[]> rows = new ArrayList<>();
        step.open();
        while (step.next()) {
            scope.run().meter().chargeIds(places.length);
            rows.add(values(scope.row(), places));
        }
        return rows;
    }

    /** The places of variables in the row. */
    int[] places(List<Var> columns) {
        return columns.stream().mapToInt(scope::place).toArray();
    }

    static int[] values(int[] row, int[] places) {
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
        Supplier<Step> of(Op op, long limit) {
            if (projected && (op instanceof OpSlice || op instanceof OpProject || op instanceof OpDistinct)) {
                return patterns(op);
            } else if (op instanceof OpSlice slice) {
                long most = slice.getLength() == Query.NOLIMIT
                        ? Query.NOLIMIT
                        : Math.max(0, slice.getStart()) + slice.getLength();
                Supplier<Step> sub = of(slice.getSubOp(), most);
                return () -> new Slice(sub.get(), slice.getStart(), slice.getLength());
            } else if (op instanceof OpProject project) {
                return inner().of(project.getSubOp(), limit);
            } else if (op instanceof OpLabel label && label.getSubOp() != null) {
                return of(label.getSubOp(), limit);
            } else if (op instanceof OpReduced reduced) {
                return of(reduced.getSubOp(), Query.NOLIMIT);
            } else if (op instanceof OpDistinct distinct) {
                Supplier<Step> sub = of(distinct.getSubOp(), Query.NOLIMIT);
                int[] places = places(distinct);
                return () -> new Distinct(scope, sub.get(), places);
            } else if (op instanceof OpOrder order) {
                Supplier<Step> sub = inner().of(order.getSubOp(), Query.NOLIMIT);
                Sort sort = new Sort(scope, places(order), order.getConditions(), limit);
                return () -> sort.step(sub.get());
            } else if (op instanceof OpGroup group) {
                Supplier<Step> sub = inner().of(group.getSubOp(), Query.NOLIMIT);
                Group grouped = new Group(scope, group);
                return () -> grouped.step(sub.get());
            }
            return patterns(op);
        }

        private Modifiers inner() {
            return new Modifiers(scope, compiler, true);
        }

        private Supplier<Step> patterns(Op op) {
            JoinBlock block = compiler.block(op);
            return () -> block.step(new BitSet());
        }

        private int[] places(Op op) {
            return OpVars.visibleVars(op).stream().mapToInt(scope::place).toArray();
        }
    }
}
