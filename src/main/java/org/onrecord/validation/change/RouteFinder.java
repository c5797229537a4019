// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Var;

/** Finds the way with the least expected number of rows from known variables to the focus node. */
final class RouteFinder {
    private static final double PER_STEP = 0.05;

    private final FanOut fanOut;
    private final Var focus;

    RouteFinder(FanOut fanOut, Var focus) {
        this.fanOut = fanOut;
        this.focus = focus;
    }

    /**
     * The first step of a way.
     *
     * @param edge the pattern to join, or empty to go on in the enclosing clause
     */
    record First(Optional<Edge> edge) {}

    /** A variable reached in a clause (0: where the way starts) at a cost: the logarithm of the number of rows. */
    private record Reached(int depth, Var variable, double cost, Optional<First> first) {
        Reached step(int nextDepth, Var next, double more, First step) {
            return new Reached(nextDepth, next, cost + more, first.or(() -> Optional.of(step)));
        }

        List<Object> key() {
            return List.of(depth, variable);
        }
    }

    /** The first step; empty if no way leads to the focus node. */
    Optional<First> find(PlanPosition at) {
        List<Clause> clauses = new ArrayList<>();
        for (Optional<Clause> next = Optional.of(at.clause());
                next.isPresent();
                next = next.get().parent()) {
            clauses.add(next.get());
        }
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingDouble(Reached::cost));
        at.known().forEach(variable -> open.add(new Reached(0, variable, 0, Optional.empty())));
        Set<List<Object>> done = new HashSet<>();
        while (!open.isEmpty()) {
            Reached reached = open.remove();
            if (reached.depth() == clauses.size() - 1 && reached.variable().equals(focus)) {
                return reached.first();
            }
            if (done.add(reached.key())) {
                next(reached, at, clauses).forEach(open::add);
            }
        }
        return Optional.empty();
    }

    private Stream<Reached> next(Reached reached, PlanPosition at, List<Clause> clauses) {
        int depth = reached.depth();
        Clause clause = clauses.get(depth);
        Set<Var> known = new HashSet<>(depth == 0 ? at.known() : Set.of());
        known.add(reached.variable());
        Stream<Reached> joined = (depth == 0 ? at.edges() : clause.edges())
                .stream()
                        .filter(edge -> edge.variables().contains(reached.variable()) && edge.canStart(known))
                        .flatMap(edge -> edge.variables().stream()
                                .map(variable -> reached.step(
                                        depth,
                                        variable,
                                        PER_STEP + Math.log(Math.max(1, fanOut.of(edge, known))),
                                        new First(Optional.of(edge)))));
        return clause.parent().isPresent() && clause.shared().contains(reached.variable())
                ? Stream.concat(
                        joined, Stream.of(reached.step(depth + 1, reached.variable(), 0, new First(Optional.empty()))))
                : joined;
    }
}
