// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.function.FunctionEnv;
import org.onrecord.engine.Change;

/** A step from the rows of a changed triple towards the focus node. Immutable. */
sealed interface Stage {

    /**
     * The graphs of a walk.
     *
     * @param graph the graph that has the changed triples
     * @param change both graphs
     * @param functions what functions of filters are evaluated in
     */
    record Walk(Graph graph, Change change, FunctionEnv functions) {}

    /** The rows after this step. */
    Stream<Binding> apply(Stream<Binding> rows, Walk walk);

    /** The variables whose terms it reads. */
    Set<Var> reads();

    /** Applies several steps. */
    static Stream<Binding> apply(List<Stage> stages, Stream<Binding> rows, Walk walk) {
        Stream<Binding> after = rows;
        for (Stage stage : stages) {
            after = stage.apply(after, walk);
        }
        return after;
    }

    /** Joins the rows with the matches of a pattern. */
    record Join(Edge edge) implements Stage {
        @Override
        public Stream<Binding> apply(Stream<Binding> rows, Walk walk) {
            return rows.flatMap(row -> edge.extend(row, walk.graph()));
        }

        @Override
        public Set<Var> reads() {
            return edge.variables();
        }
    }

    /** Keeps the rows that satisfy a filter; one that cannot be evaluated is not satisfied. */
    record Keep(Expr filter) implements Stage {
        @Override
        public Stream<Binding> apply(Stream<Binding> rows, Walk walk) {
            return rows.filter(row -> filter.isSatisfied(row, walk.functions()));
        }

        @Override
        public Set<Var> reads() {
            return filter.getVarsMentioned();
        }
    }

    /**
     * Keeps the rows for which a condition has, or has not, a solution before or after the change.
     *
     * @param needs the variables that the condition shares with the rows
     */
    record Test(Set<Var> needs, List<Stage> condition, boolean wanted) implements Stage {
        @Override
        public Stream<Binding> apply(Stream<Binding> rows, Walk walk) {
            Change change = walk.change();
            return rows.filter(
                    row -> holds(row, change.before(), walk) == wanted || holds(row, change.after(), walk) == wanted);
        }

        private boolean holds(Binding row, Graph graph, Walk walk) {
            Stream<Binding> shared = Stream.of(project(row, needs));
            return Stage.apply(condition, shared, new Walk(graph, walk.change(), walk.functions()))
                    .findAny()
                    .isPresent();
        }

        @Override
        public Set<Var> reads() {
            return needs;
        }
    }

    /** Keeps some variables, and each different row once. */
    record Project(Set<Var> kept) implements Stage {
        @Override
        public Stream<Binding> apply(Stream<Binding> rows, Walk walk) {
            return rows.map(row -> project(row, kept)).distinct();
        }

        @Override
        public Set<Var> reads() {
            return Set.of();
        }
    }

    private static Binding project(Binding row, Set<Var> kept) {
        BindingBuilder builder = BindingFactory.builder();
        kept.stream().filter(row::contains).forEach(variable -> builder.add(variable, row.get(variable)));
        return builder.build();
    }
}
