// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/** Names of variables that are different in each query and sub-SELECT of a shape, except where these are meant to share them. */
final class QueryNames {
    private final AtomicInteger count;
    private final Map<Var, Var> names;

    private QueryNames(AtomicInteger count, Map<Var, Var> names) {
        this.count = count;
        this.names = new HashMap<>(names);
    }

    static QueryNames create() {
        return new QueryNames(new AtomicInteger(), Map.of());
    }

    /** A variable that no query has. */
    Var fresh() {
        return Var.alloc("/" + count.incrementAndGet());
    }

    /** The names of a query in which a variable is the focus node. */
    QueryNames query(Var variable, Var focus) {
        return new QueryNames(count, Map.of(variable, focus));
    }

    /** The names of a sub-SELECT. */
    QueryNames inside(Collection<Var> projected) {
        return new QueryNames(count, projected.stream().distinct().collect(Collectors.toMap(name -> name, this::of)));
    }

    Var of(Var variable) {
        return names.computeIfAbsent(variable, any -> fresh());
    }

    Set<Var> of(Collection<Var> variables) {
        return variables.stream().map(this::of).collect(Collectors.toCollection(HashSet::new));
    }

    Node of(Node node) {
        if (Var.isVar(node)) {
            return of(Var.alloc(node));
        } else if (!node.isConcrete()) {
            throw new UntracedException("a quoted triple with variables");
        }
        return node;
    }
}
