// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLabel;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpModifier;
import org.apache.jena.sparql.algebra.op.OpNull;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.onrecord.engine.join.Alternatives;
import org.onrecord.engine.join.GraphName;
import org.onrecord.engine.join.JoinBlock;
import org.onrecord.engine.join.JoinPart;
import org.onrecord.engine.join.OptionalPart;
import org.onrecord.engine.join.Table;
import org.onrecord.engine.join.TestPart;
import org.onrecord.engine.join.Variables;
import org.onrecord.engine.row.Condition;
import org.onrecord.engine.row.Expression;
import org.onrecord.engine.row.NotSupportedException;
import org.onrecord.engine.row.Run;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Term;

/** Compiles the patterns of one query or sub-query into blocks. */
final class Compiler {
    private final Scope scope;
    private final Run run;
    private final Term graph;
    private final BitSet graphs;
    private final BitSet outside;

    /** @param graph the active graph, or {@link Term#ANY} for the default graph */
    Compiler(Scope scope, Term graph) {
        this(scope, graph, new BitSet(), new BitSet());
    }

    /**
     * Creates a compiler for patterns within others.
     *
     * @param graphs the variables of GRAPH around the patterns, which have no values in them (SPARQL 1.1, section 18.6)
     * @param outside the variables with values from outside of EXISTS
     */
    private Compiler(Scope scope, Term graph, BitSet graphs, BitSet outside) {
        this.scope = scope;
        this.run = scope.run();
        this.graph = graph;
        this.graphs = graphs;
        this.outside = outside;
    }

    JoinBlock block(Op op) {
        if (op instanceof OpBGP patterns) {
            return triples(patterns.getPattern());
        } else if (op instanceof OpTriple pattern) {
            return triples(List.of(pattern.getTriple()));
        } else if (op instanceof OpPath pattern) {
            return new Patterns(scope, graph, graphs, outside).path(pattern.getTriplePath());
        } else if (op instanceof OpJoin join) {
            return join(block(join.getLeft()), join.getRight());
        } else if (op instanceof OpSequence sequence) {
            return sequence(sequence);
        } else if (op instanceof OpFilter filter) {
            return filtered(block(filter.getSubOp()), filter.getExprs());
        } else if (op instanceof OpLeftJoin join) {
            return optional(block(join.getLeft()), join);
        } else if (op instanceof OpUnion union) {
            return block(new Alternatives(branches(union, new ArrayList<>())));
        } else if (op instanceof OpExtend extend) {
            return extended(extend);
        }
        return other(op);
    }

    private JoinBlock other(Op op) {
        if (op instanceof OpMinus minus) {
            return minus(minus);
        } else if (op instanceof OpGraph named) {
            return graph(named);
        } else if (op instanceof OpTable table) {
            return values(table);
        } else if (op instanceof OpLabel label && label.getSubOp() != null) {
            return block(label.getSubOp());
        } else if (SubQuery.isGrouped(op)) {
            return subQuery(op);
        } else if (op instanceof OpModifier) {
            return block(table(op));
        } else if (op instanceof OpNull) {
            return block(new Table(scope, new int[0], List.of()));
        }
        throw new NotSupportedException(op.getName());
    }

    private JoinBlock block(JoinPart part) {
        return JoinBlock.empty(run.meter()).with(part);
    }

    private JoinBlock triples(Iterable<Triple> triples) {
        Patterns patterns = new Patterns(scope, graph, graphs, outside);
        JoinBlock block = JoinBlock.empty(run.meter());
        for (Triple triple : triples) {
            block = block.with(patterns.triple(triple));
        }
        return block;
    }

    private JoinBlock join(JoinBlock left, Op right) {
        return JoinBlock.join(left, block(right), alone -> table(right));
    }

    private JoinBlock sequence(OpSequence sequence) {
        JoinBlock block = JoinBlock.empty(run.meter());
        for (Op element : sequence.getElements()) {
            block = join(block, element);
        }
        return block;
    }

    private JoinBlock filtered(JoinBlock block, ExprList conditions) {
        JoinBlock result = block;
        for (Expr condition : conditions) {
            result = result.with(test(condition, block.variables().binds()));
        }
        return result;
    }

    /** The pattern of EXISTS. Only its own filters see the values outside in the same way in every engine. */
    private JoinBlock exists(Op pattern) {
        if (pattern instanceof OpFilter filter) {
            return filtered(exists(filter.getSubOp()), filter.getExprs());
        }
        JoinBlock block = block(pattern);
        if (block.variables().unsafe().intersects(outside)) {
            throw new NotSupportedException(
                    "EXISTS around optional patterns or nested groups with values from outside");
        }
        return block;
    }

    private JoinPart test(Expr condition, BitSet bound) {
        if (condition instanceof ExprFunctionOp pattern) {
            BitSet given = (BitSet) outside.clone();
            given.or(bound);
            JoinBlock block = new Compiler(scope, graph, graphs, given).exists(pattern.getGraphPattern());
            return TestPart.exists(scope, block, pattern instanceof E_Exists);
        }
        Condition test = new Condition(condition, scope);
        check(condition, test.reads());
        return TestPart.filter(test);
    }

    /** Leaves an expression to Jena that reads what has another value within GRAPH. */
    private void check(Expr expression, BitSet reads) {
        if (!graph.equals(Term.ANY) && Expression.hasPattern(expression)) {
            throw new NotSupportedException("EXISTS within an expression within GRAPH");
        }
        Patterns.check(reads, graphs);
    }

    private JoinBlock optional(JoinBlock left, OpLeftJoin join) {
        JoinBlock right = block(join.getRight());
        if (right.variables().unsafe().intersects(left.variables().binds())) {
            right = block(table(join.getRight()));
        }
        ExprList conditions = join.getExprs();
        return left.with(new OptionalPart(conditions == null ? right : filtered(right, conditions)));
    }

    private List<JoinBlock> branches(Op op, List<JoinBlock> branches) {
        if (op instanceof OpUnion union) {
            branches(union.getLeft(), branches);
            return branches(union.getRight(), branches);
        }
        branches.add(block(op));
        return branches;
    }

    private JoinBlock extended(OpExtend extend) {
        JoinBlock block = block(extend.getSubOp());
        VarExprList values = extend.getVarExprList();
        for (Var variable : values.getVars()) {
            int place = places(List.of(variable))[0];
            Expr expression = values.getExpr(variable);
            Expression value = new Expression(expression, scope);
            check(expression, value.reads());
            block = block.with(TestPart.bind(scope, place, value));
        }
        return block;
    }

    /** As NOT EXISTS with variables of its own where the sides always bind what they share; else as a table. */
    private JoinBlock minus(OpMinus minus) {
        JoinBlock left = block(minus.getLeft());
        Set<Var> shared = OpVars.visibleVars(minus.getLeft());
        shared.retainAll(OpVars.visibleVars(minus.getRight()));
        if (shared.isEmpty()) {
            return left;
        }
        BitSet places = scope.places(shared);
        if (scope.places(OpVars.mentionedVars(minus.getRight())).intersects(outside)) {
            throw new NotSupportedException("MINUS with values from outside of EXISTS");
        }
        Scope inner = scope.inner(shared);
        JoinBlock right = new Compiler(inner, graph, graphs, outside).block(minus.getRight());
        boolean certain = Variables.contains(left.variables().certain(), places)
                && Variables.contains(right.variables().certain(), places);
        return left.with(
                certain && !right.variables().unsafe().intersects(places)
                        ? TestPart.exists(inner, right, false)
                        : TestPart.minus(scope, table(Plan.of(minus.getRight(), run, graph), List.copyOf(shared))));
    }

    private JoinBlock graph(OpGraph named) {
        if (!run.hasNamed()) {
            throw new NotSupportedException("GRAPH over a single graph");
        }
        if (Quad.isUnionGraph(named.getNode()) || Quad.isDefaultGraph(named.getNode())) {
            return new Compiler(scope, Term.ANY, graphs, outside).block(named.getSubOp());
        }
        Term name = new Patterns(scope, graph, graphs, outside).term(named.getNode());
        BitSet around = (BitSet) graphs.clone();
        if (name.place() >= 0) {
            around.set(name.place());
        }
        JoinBlock block = new Compiler(scope, name, around, outside).block(named.getSubOp());
        if (block.variables().unsafe().intersects(around)) {
            throw new NotSupportedException("GRAPH around optional patterns");
        }
        return JoinBlock.join(block, block(new GraphName(scope, name)), alone -> alone);
    }

    private JoinBlock values(OpTable table) {
        List<Var> variables = table.getTable().getVars();
        List<int[]> rows = new ArrayList<>();
        for (Iterator<Binding> bindings = table.getTable().rows(); bindings.hasNext(); ) {
            Binding binding = bindings.next();
            run.meter().chargeIds(variables.size());
            rows.add(variables.stream()
                    .mapToInt(variable -> binding.contains(variable) ? run.id(binding.get(variable)) : 0)
                    .toArray());
        }
        boolean unit = rows.size() == 1 && Arrays.stream(rows.get(0)).allMatch(id -> id == 0);
        return unit ? JoinBlock.empty(run.meter()) : block(new Table(scope, places(variables), rows));
    }

    private int[] places(List<Var> variables) {
        Patterns.check(scope.places(variables), graphs);
        return variables.stream().mapToInt(scope::place).toArray();
    }

    /** A sub-query that is evaluated for the values of other parts. */
    JoinBlock subQuery(Op op) {
        Plan plan = plan(op);
        return block(SubQuery.of(plan, scope, places(plan.variables())));
    }

    /** The solutions of an operator that is evaluated alone. */
    private Table table(Op op) {
        Plan plan = plan(op);
        return table(plan, plan.variables());
    }

    private Table table(Plan plan, List<Var> columns) {
        return new Table(scope, places(columns), plan.rows(plan.step(), columns));
    }

    private Plan plan(Op op) {
        Plan plan = Plan.of(op, run, graph);
        if (scope.places(plan.variables()).intersects(outside)) {
            throw new NotSupportedException("a sub-query with values from outside of EXISTS");
        }
        return plan;
    }
}
