// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEval;

/**
 * A pattern: a triple pattern, or a property path between two nodes.
 *
 * @param path a path; a triple pattern is a {@link P_Link}, whose node may be a variable
 */
record Edge(Node subject, Path path, Node object) {

    /** A pattern. The inverse of a path is the path from object to subject. */
    static Edge of(Node subject, Path path, Node object) {
        if (path instanceof P_Inverse inverse) {
            return of(object, inverse.getSubPath(), subject);
        }
        return path instanceof P_ReverseLink link
                ? new Edge(object, new P_Link(link.getNode()), subject)
                : new Edge(subject, path, object);
    }

    static Edge of(Triple pattern) {
        return new Edge(pattern.getSubject(), new P_Link(pattern.getPredicate()), pattern.getObject());
    }

    /** The predicate of a triple pattern; empty for a path. */
    Optional<Node> predicate() {
        return path instanceof P_Link link ? Optional.of(link.getNode()) : Optional.empty();
    }

    Set<Var> variables() {
        return Stream.of(Optional.of(subject), predicate(), Optional.of(object))
                .flatMap(Optional::stream)
                .filter(Var::isVar)
                .map(Var::alloc)
                .collect(Collectors.toSet());
    }

    /** Whether a lookup can start at known variables or at a constant end. */
    boolean canStart(Set<Var> known) {
        return predicate().isPresent()
                ? variables().stream().anyMatch(known::contains) || variables().isEmpty()
                : isKnown(subject, known) || isKnown(object, known);
    }

    /** Whether a node is a constant or one of the variables. */
    static boolean isKnown(Node node, Set<Var> known) {
        return !Var.isVar(node) || known.contains(Var.alloc(node));
    }

    /** The rows that a row and the matches of this pattern make. */
    Stream<Binding> extend(Binding row, Graph graph) {
        Node from = Var.lookup(row, subject);
        Node to = Var.lookup(row, object);
        if (predicate().isPresent()) {
            Node link = Var.lookup(row, predicate().get());
            return stream(graph.find(any(from), any(link), any(to))).flatMap(triple -> match(row, triple));
        }
        if (!Var.isVar(from)) {
            return stream(PathEval.eval(graph, from, path, ARQ.getContext()))
                    .flatMap(end -> match(row, Triple.create(from, Node.ANY, end)));
        }
        return stream(PathEval.evalReverse(graph, to, path, ARQ.getContext()))
                .flatMap(start -> match(row, Triple.create(start, Node.ANY, to)));
    }

    private static Node any(Node node) {
        return Var.isVar(node) ? Node.ANY : node;
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }

    /** The row with the terms of a triple; empty if it does not match. */
    Stream<Binding> match(Binding row, Triple triple) {
        BindingBuilder builder = BindingFactory.builder(row);
        boolean matches = bind(builder, subject, triple.getSubject())
                && (predicate().isEmpty() || bind(builder, predicate().get(), triple.getPredicate()))
                && bind(builder, object, triple.getObject());
        return matches ? Stream.of(builder.build()) : Stream.empty();
    }

    private static boolean bind(BindingBuilder builder, Node node, Node term) {
        if (!Var.isVar(node)) {
            return node.equals(term);
        }
        Var variable = Var.alloc(node);
        if (!builder.contains(variable)) {
            builder.add(variable, term);
            return true;
        }
        return term.equals(builder.get(variable));
    }
}
