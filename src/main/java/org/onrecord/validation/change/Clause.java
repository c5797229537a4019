// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;

/**
 * Patterns that one solution matches together, and parts that depend on them: a group of a query, or the values of a
 * property shape. Filled while a shape is compiled, not modified afterwards.
 */
final class Clause {
    private final Optional<Clause> parent;
    private final boolean condition;
    private final Set<Var> outer;
    private final Set<Var> maybe = new HashSet<>();
    private final Set<Var> shared = new HashSet<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Expr> filters = new ArrayList<>();
    private final List<Clause> parts = new ArrayList<>();
    private final Map<Clause, Boolean> tests = new LinkedHashMap<>();
    private final AtomicBoolean exact = new AtomicBoolean(true);

    private Clause(Optional<Clause> parent, boolean condition, Set<Var> outer) {
        this.parent = parent;
        this.condition = condition;
        this.outer = Set.copyOf(outer);
        parent.ifPresent(enclosing -> maybe.addAll(enclosing.maybe));
    }

    /** The clause of a focus node. */
    static Clause root() {
        return new Clause(Optional.empty(), false, Set.of());
    }

    /**
     * Adds a part that contributes rows.
     *
     * @param substituted variables of enclosing clauses whose terms are put in before the part is evaluated
     */
    Clause part(Set<Var> substituted) {
        return add(new Clause(Optional.of(this), false, substituted));
    }

    /** Adds a part of which it only matters, for each of the shared terms, whether it has a solution. */
    Clause condition(Set<Var> substituted) {
        return add(new Clause(Optional.of(this), true, substituted));
    }

    private Clause add(Clause part) {
        parts.add(part);
        return part;
    }

    /** The enclosing clause, of which a solution is needed too; empty for that of the focus node. */
    Optional<Clause> parent() {
        return parent;
    }

    boolean isCondition() {
        return condition;
    }

    /** The variables whose terms are put in before evaluation. */
    Set<Var> outer() {
        return outer;
    }

    /** The variables whose terms are put in before evaluation, but which some rows of enclosing clauses do not bind. */
    Set<Var> maybe() {
        return maybe;
    }

    /** The variables through which rows are tied to rows of the enclosing clause. */
    Set<Var> shared() {
        return shared;
    }

    List<Edge> edges() {
        return edges;
    }

    /** Conditions that every row satisfies, without EXISTS, over variables that are always bound. */
    List<Expr> filters() {
        return filters;
    }

    List<Clause> parts() {
        return parts;
    }

    /** The parts that must have (true) or must not have (false) a solution. */
    Map<Clause, Boolean> tests() {
        return tests;
    }

    /** Notes that patterns and filters do not say all about the solutions. */
    void setInexact() {
        exact.set(false);
    }

    /** Whether patterns and filters alone decide whether there is a solution. */
    boolean isExact() {
        return exact.get() && parts.isEmpty();
    }

    Set<Var> variables() {
        Set<Var> all = new HashSet<>();
        edges.forEach(edge -> all.addAll(edge.variables()));
        filters.forEach(filter -> all.addAll(filter.getVarsMentioned()));
        return all;
    }

    /** The shared variables that it mentions. */
    Set<Var> needs() {
        Set<Var> needs = variables();
        needs.retainAll(shared);
        return needs;
    }

    /** It and all parts below. */
    Stream<Clause> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Clause::all));
    }
}
