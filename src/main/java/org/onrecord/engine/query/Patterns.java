// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine.query;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Distinct;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Mod;
import org.apache.jena.sparql.path.P_Multi;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_Shortest;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.onrecord.engine.join.Alternatives;
import org.onrecord.engine.join.JoinBlock;
import org.onrecord.engine.join.JoinPart;
import org.onrecord.engine.join.PathPattern;
import org.onrecord.engine.join.TriplePattern;
import org.onrecord.engine.row.NotSupportedException;
import org.onrecord.engine.row.Scope;
import org.onrecord.engine.row.Term;

/**
 * Compiles triple patterns and property paths. A path becomes patterns where it can (SPARQL 1.1, section 18.2.2.4).
 *
 * @param scope the scope of the variables
 * @param graph the active graph, or {@link Term#ANY} for the default graph
 * @param graphs the variables of GRAPH around the patterns
 * @param outside the variables with values from outside of EXISTS
 */
record Patterns(Scope scope, Term graph, BitSet graphs, BitSet outside) {
    /** Paths of ARQ's own syntax. */
    private static final Set<Class<?>> EXTENSIONS = Set.of(
            P_Distinct.class,
            P_FixedLength.class,
            P_Mod.class,
            P_Multi.class,
            P_OneOrMoreN.class,
            P_Shortest.class,
            P_ZeroOrMoreN.class);

    Term term(Node node) {
        if (Var.isVar(node)) {
            Term variable = Term.variable(scope.place(Var.alloc(node)));
            check(variable.places(), graphs);
            return variable;
        }
        if (!node.isConcrete() || node.isTripleTerm()) {
            throw new NotSupportedException("a term of another kind");
        }
        return Term.constant(scope.run().id(node));
    }

    /** Leaves a pattern to Jena that uses the variable of a GRAPH around it. */
    static void check(BitSet used, BitSet graphs) {
        if (used.intersects(graphs)) {
            throw new NotSupportedException("the variable of GRAPH within its patterns");
        }
    }

    TriplePattern triple(Triple triple) {
        return triple(term(triple.getSubject()), triple.getPredicate(), term(triple.getObject()));
    }

    private JoinBlock block(JoinPart part) {
        return JoinBlock.empty(scope.run().meter()).with(part);
    }

    private TriplePattern triple(Term subject, Node predicate, Term object) {
        return new TriplePattern(scope, new Term.Ends(subject, object, graph), term(predicate));
    }

    JoinBlock path(TriplePath pattern) {
        return pattern.isTriple()
                ? block(triple(pattern.asTriple()))
                : path(term(pattern.getSubject()), pattern.getPath(), term(pattern.getObject()));
    }

    private JoinBlock path(Term subject, Path path, Term object) {
        if (path instanceof P_Link link) {
            return block(triple(subject, link.getNode(), object));
        } else if (path instanceof P_ReverseLink link) {
            return block(triple(object, link.getNode(), subject));
        } else if (path instanceof P_Inverse inverse) {
            return path(object, inverse.getSubPath(), subject);
        } else if (path instanceof P_Alt either) {
            return block(new Alternatives(
                    List.of(path(subject, either.getLeft(), object), path(subject, either.getRight(), object))));
        } else if (path instanceof P_Seq both && !(canBeEmpty(both.getLeft()) && canBeEmpty(both.getRight()))) {
            Term middle = Term.variable(scope.place());
            return JoinBlock.join(
                    path(subject, both.getLeft(), middle), path(middle, both.getRight(), object), alone -> alone);
        }
        check(path);
        return block(new PathPattern(scope, new Term.Ends(subject, object, graph), path, outside));
    }

    /** Whether a path has ends that are no terms of the graph: a sequence of two such cannot be two patterns. */
    private static boolean canBeEmpty(Path path) {
        if (path instanceof P_ZeroOrMore1 || path instanceof P_ZeroOrOne) {
            return true;
        } else if (path instanceof P_Alt either) {
            return canBeEmpty(either.getLeft()) || canBeEmpty(either.getRight());
        } else if (path instanceof P_Seq both) {
            return canBeEmpty(both.getLeft()) && canBeEmpty(both.getRight());
        }
        return path instanceof P_Path1 one && canBeEmpty(one.getSubPath());
    }

    private static void check(Path path) {
        if (EXTENSIONS.contains(path.getClass())) {
            throw new NotSupportedException("a path of ARQ's own syntax");
        }
        if (path instanceof P_Path1 one) {
            check(one.getSubPath());
        } else if (path instanceof P_Path2 two) {
            check(two.getLeft());
            check(two.getRight());
        }
    }
}
