// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/** Compiles the groups of a query into clauses. */
final class QueryClauses {
    private final QueryNames names;
    private final Clause clause;
    private final boolean counted;

    /** @param counted whether it matters how often a solution occurs */
    private QueryClauses(QueryNames names, Clause clause, boolean counted) {
        this.names = names;
        this.clause = clause;
        this.counted = counted;
    }

    /**
     * Compiles a query as a part of a clause.
     *
     * @param clause a part of the clause that binds the focus node, which it shares
     * @throws UntracedException if the query has an operator whose lookups are not known
     */
    static void add(Query query, QueryNames names, Clause clause) {
        new QueryClauses(names, clause, false).add(Algebra.compile(query));
        clause.all().forEach(QueryClauses::checkEmptyPaths);
    }

    /** Adds an operator to the clause. Gives the variables that each of its solutions binds. */
    private Set<Var> add(Op op) {
        if (op instanceof OpBGP block) {
            return edges(block.getPattern().getList().stream().map(Edge::of));
        } else if (op instanceof OpPath path) {
            var step = path.getTriplePath();
            Path way = step.isTriple() ? new P_Link(step.getPredicate()) : step.getPath();
            return edges(Stream.of(Edge.of(step.getSubject(), way, step.getObject())));
        } else if (op instanceof OpJoin join) {
            return union(add(join.getLeft()), add(join.getRight()));
        } else if (op instanceof OpSequence sequence) {
            Set<Var> bound = new HashSet<>();
            sequence.getElements().forEach(element -> bound.addAll(add(element)));
            return bound;
        } else if (op instanceof OpFilter filter) {
            Set<Var> bound = add(filter.getSubOp());
            conditions(bound, filter.getSubOp()).add(filter.getExprs());
            return bound;
        } else if (op instanceof OpTable table) {
            return table(table);
        } else if (op instanceof OpDistinct || op instanceof OpReduced) {
            return add(((Op1) op).getSubOp());
        }
        return part(op);
    }

    /** Adds an operator whose rows are not simply joined with the others. */
    private Set<Var> part(Op op) {
        if (op instanceof OpLeftJoin join) {
            return optional(join);
        } else if (op instanceof OpUnion union) {
            Set<Var> bound = branch(union.getLeft());
            bound.retainAll(branch(union.getRight()));
            return bound;
        } else if (op instanceof OpMinus minus) {
            return minus(minus);
        } else if (op instanceof OpProject project) {
            return select(project);
        } else if (op instanceof OpExtend extend) {
            return extend(extend);
        } else if (op instanceof OpOrder order) {
            order.getConditions().forEach(by -> ClauseConditions.refuseTests(by.getExpression()));
            return add(order.getSubOp());
        } else if (op instanceof OpGroup group) {
            return group(group);
        } else if (op instanceof OpSlice slice) {
            Clause part = clause.part(Set.of());
            part.setInexact();
            return new QueryClauses(names, part, true).add(slice.getSubOp());
        }
        throw new UntracedException(op.getName());
    }

    private Set<Var> edges(Stream<Edge> edges) {
        Set<Var> bound = new HashSet<>();
        edges.forEach(edge -> {
            Edge named = named(edge);
            clause.edges().add(named);
            bound.addAll(named.variables());
        });
        return bound;
    }

    private Edge named(Edge edge) {
        edge.predicate().filter(QueryClauses::isFunction).ifPresent(link -> {
            throw new UntracedException(link.toString());
        });
        Path path =
                edge.predicate().<Path>map(link -> new P_Link(names.of(link))).orElse(edge.path());
        return new Edge(names.of(edge.subject()), path, names.of(edge.object()));
    }

    private static boolean isFunction(Node predicate) {
        return predicate.isURI()
                && (predicate.getURI().startsWith("java:")
                        || PropertyFunctionRegistry.get().isRegistered(predicate.getURI()));
    }

    private Set<Var> optional(OpLeftJoin join) {
        Set<Var> bound = add(join.getLeft());
        Clause part = clause.part(clause.outer());
        part.shared().addAll(union(bound, clause.outer()));
        QueryClauses inside = new QueryClauses(names, part, counted);
        Set<Var> extended = union(bound, inside.add(join.getRight()));
        if (join.getExprs() != null) {
            inside.conditions(extended, join).add(join.getExprs());
        }
        return bound;
    }

    private Set<Var> minus(OpMinus minus) {
        Set<Var> bound = add(minus.getLeft());
        Clause part = clause.part(clause.outer());
        part.shared().addAll(union(bound, clause.outer()));
        new QueryClauses(names, part, counted).add(minus.getRight());
        return bound;
    }

    private Set<Var> extend(OpExtend extend) {
        Set<Var> bound = add(extend.getSubOp());
        ClauseConditions conditions = conditions(bound, extend.getSubOp());
        extend.getVarExprList().forEachExpr((name, value) -> conditions.addTests(value));
        return bound;
    }

    private Set<Var> branch(Op op) {
        Clause part = clause.part(clause.outer());
        Set<Var> bound = new QueryClauses(names, part, counted).add(op);
        part.shared().addAll(union(bound, clause.outer()));
        return bound;
    }

    private Set<Var> select(OpProject project) {
        Set<Var> projected = names.of(project.getVars());
        Set<Var> substituted = new HashSet<>(clause.outer());
        substituted.retainAll(projected);
        Clause part = counted ? clause.part(substituted) : clause.condition(substituted);
        Set<Var> bound = new QueryClauses(names.inside(project.getVars()), part, counted).add(project.getSubOp());
        bound.addAll(substituted);
        bound.retainAll(projected);
        part.shared().addAll(bound);
        if (!bound.containsAll(projected)) {
            part.setInexact();
        }
        clause.tests().put(part, true);
        return bound;
    }

    /** Rows of different groups are independent, so they are tied through the variables by which they are grouped. */
    private Set<Var> group(OpGroup group) {
        Set<Var> bound = new QueryClauses(names, clause, true).add(group.getSubOp());
        clause.setInexact();
        ClauseConditions conditions = conditions(bound, group.getSubOp());
        group.getGroupVars().forEachExpr((name, value) -> conditions.addTests(value));
        group.getAggregators().forEach(aggregated -> {
            ExprList values = aggregated.getAggregator().getExprList();
            if (values != null) {
                values.forEach(conditions::addTests);
            }
        });
        Set<Var> keys = group.getGroupVars().getVars().stream()
                .filter(key -> group.getGroupVars().getExpr(key) == null)
                .map(names::of)
                .collect(Collectors.toSet());
        bound.retainAll(keys);
        return bound;
    }

    private Set<Var> table(OpTable table) {
        List<Binding> rows = new ArrayList<>();
        table.getTable().rows().forEachRemaining(rows::add);
        Set<Var> bound = new HashSet<>();
        if (!table.isJoinIdentity()) {
            clause.setInexact();
        }
        for (Var column : table.getTable().getVars()) {
            if (rows.stream().allMatch(row -> row.contains(column))) {
                bound.add(names.of(column));
                ExprList terms = new ExprList(rows.stream()
                        .<Expr>map(row -> NodeValue.makeNode(row.get(column)))
                        .toList());
                clause.filters().add(new E_OneOf(new ExprVar(names.of(column)), terms));
            }
        }
        return bound;
    }

    private ClauseConditions conditions(Set<Var> bound, Op visible) {
        return new ClauseConditions(clause, names, bound, visible);
    }

    /** Adds a group whose solutions are tested for each row. */
    static Set<Var> addTest(Op op, QueryNames names, Clause test) {
        return new QueryClauses(names, test, false).add(op);
    }

    /** Refuses paths that lead from every node of the graph to itself, since each change may concern them. */
    private static void checkEmptyPaths(Clause clause) {
        Set<Var> bound = new HashSet<>(clause.outer());
        clause.edges().stream()
                .filter(edge -> !PathUse.matchesEmpty(edge.path()))
                .forEach(edge -> bound.addAll(edge.variables()));
        for (Edge edge : clause.edges()) {
            if (!Edge.isKnown(edge.subject(), bound) && !Edge.isKnown(edge.object(), bound)) {
                throw new UntracedException(edge.path().toString());
            }
        }
    }

    private static Set<Var> union(Set<Var> left, Set<Var> right) {
        Set<Var> both = new HashSet<>(left);
        both.addAll(right);
        return both;
    }
}
