// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_Link;

/** Plans, for each pattern of a shape, the way from its variables to the focus node. */
final class ReadPlanner {
    /** Patterns with few matches are joined even where the way does not need them: they drop rows and bind variables. */
    private static final double FEW = 2.5;

    /** Patterns with so many matches are joined to learn all that a condition shares, so that it can be tested. */
    private static final double SOME = 50;

    private final FanOut fanOut;
    private final Var focus;

    ReadPlanner(FanOut fanOut, Var focus) {
        this.fanOut = fanOut;
        this.focus = focus;
    }

    /** The reads of a clause and of its parts. */
    Stream<Read> reads(Clause root) {
        return root.all().flatMap(clause -> clause.edges().stream().flatMap(edge -> reads(clause, edge)));
    }

    private Stream<Read> reads(Clause clause, Edge edge) {
        List<Edge> others = new ArrayList<>(clause.edges());
        others.remove(edge);
        if (edge.predicate().isPresent()) {
            return Stream.of(plan(edge, new PlanPosition(clause, others, edge.variables())));
        }
        return PathUse.of(edge.path()).map(use -> {
            List<Edge> rest = new ArrayList<>(others);
            Edge pattern = pattern(edge, use, rest);
            return plan(pattern, new PlanPosition(clause, rest, pattern.variables()));
        });
    }

    /** The triple pattern of a step of a path. The paths to it and from it become patterns too. */
    private static Edge pattern(Edge edge, PathUse use, List<Edge> rest) {
        Var from = Var.alloc("/from");
        Var to = Var.alloc("/to");
        use.prefix().ifPresent(path -> rest.add(Edge.of(edge.subject(), path, from)));
        use.suffix().ifPresent(path -> rest.add(Edge.of(to, path, edge.object())));
        Node start = use.prefix().isPresent() ? from : edge.subject();
        Node end = use.suffix().isPresent() ? to : edge.object();
        P_Link link = new P_Link(use.link().orElse(Var.alloc("/link")));
        return use.inverse() ? new Edge(end, link, start) : new Edge(start, link, end);
    }

    private Read plan(Edge pattern, PlanPosition start) {
        PlanPosition at = start;
        List<Stage> stages = new ArrayList<>();
        while (true) {
            settle(at, stages);
            if (at.clause().parent().isEmpty()) {
                return new Read(pattern, slim(pattern, stages, Set.of(focus)), true);
            }
            Optional<RouteFinder.First> first = new RouteFinder(fanOut, focus).find(at);
            if (first.isEmpty()) {
                return new Read(pattern, slim(pattern, stages, Set.of()), false);
            }
            Optional<Edge> edge = first.get().edge();
            if (edge.isPresent()) {
                at.join(edge.get(), stages);
            } else {
                at = leave(at, at.clause().parent().get(), stages);
            }
        }
    }

    /** Applies what only drops rows: filters, conditions, and patterns with few matches. */
    private void settle(PlanPosition at, List<Stage> stages) {
        at.filter(stages);
        Optional<Edge> next;
        do {
            at.tests().entrySet().removeIf(test -> {
                Optional<Stage> stage = test(test.getKey(), test.getValue(), at.known());
                stage.ifPresent(stages::add);
                return stage.isPresent();
            });
            next = cheapest(at).filter(edge -> fanOut.of(edge, at.known()) <= FEW);
            next.ifPresent(edge -> at.join(edge, stages));
        } while (next.isPresent());
    }

    private Optional<Edge> cheapest(PlanPosition at) {
        return at.edges().stream()
                .filter(edge -> edge.canStart(at.known()))
                .min(Comparator.comparingDouble(edge -> fanOut.of(edge, at.known())));
    }

    /** Goes on in the enclosing clause, with the variables that both share. A condition that stays true makes no difference. */
    private PlanPosition leave(PlanPosition at, Clause parent, List<Stage> stages) {
        Clause clause = at.clause();
        if (clause.isCondition() && parent.tests().getOrDefault(clause, true)) {
            complete(at, stages);
            test(clause, false, at.known()).ifPresent(stages::add);
        }
        Set<Var> kept = new HashSet<>(at.known());
        kept.retainAll(clause.shared());
        stages.add(new Stage.Project(kept));
        return new PlanPosition(parent, parent.edges(), kept);
    }

    private void complete(PlanPosition at, List<Stage> stages) {
        Optional<Edge> next = Optional.empty();
        do {
            next.ifPresent(edge -> at.join(edge, stages));
            next = cheapest(at).filter(edge -> fanOut.of(edge, at.known()) <= SOME);
        } while (at.clause().isExact() && !at.known().containsAll(at.clause().needs()) && next.isPresent());
    }

    /** Drops rows for which a condition is not as wanted; empty if that cannot be decided by looking up patterns. */
    private Optional<Stage> test(Clause clause, boolean wanted, Set<Var> known) {
        Set<Var> needs = clause.needs();
        if (!clause.isExact() || !known.containsAll(needs)) {
            return Optional.empty();
        }
        PlanPosition inside = new PlanPosition(clause, clause.edges(), needs);
        List<Stage> stages = new ArrayList<>();
        inside.filter(stages);
        for (Optional<Edge> next = cheapest(inside); next.isPresent(); next = cheapest(inside)) {
            inside.join(next.get(), stages);
        }
        return inside.edges().isEmpty() && inside.filters().isEmpty()
                ? Optional.of(new Stage.Test(needs, stages, wanted))
                : Optional.empty();
    }

    /** The steps, with variables dropped as soon as no later step reads them. */
    private static List<Stage> slim(Edge pattern, List<Stage> stages, Set<Var> goal) {
        List<Set<Var>> live = new ArrayList<>(List.of(goal));
        for (int i = stages.size() - 1; i >= 0; i--) {
            Set<Var> before = new HashSet<>(live.get(0));
            if (stages.get(i) instanceof Stage.Project project) {
                before.retainAll(project.kept());
            }
            before.addAll(stages.get(i).reads());
            live.add(0, before);
        }
        List<Stage> slim = new ArrayList<>();
        Set<Var> bound = project(pattern.variables(), live.get(0), slim);
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i) instanceof Stage.Project project) {
                bound.retainAll(project.kept());
            }
            slim.add(stages.get(i));
            if (stages.get(i) instanceof Stage.Join) {
                bound.addAll(stages.get(i).reads());
            }
            bound = project(bound, live.get(i + 1), slim);
        }
        return slim;
    }

    private static Set<Var> project(Set<Var> bound, Set<Var> live, List<Stage> stages) {
        Set<Var> kept = new HashSet<>(bound);
        if (kept.retainAll(live)) {
            stages.add(new Stage.Project(Set.copyOf(kept)));
        }
        return kept;
    }
}
