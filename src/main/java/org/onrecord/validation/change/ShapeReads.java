// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;

/**
 * What a shape looks up. Immutable.
 *
 * @param reads the lookups, or empty if they are not known
 * @param focus the variable of the focus node
 */
record ShapeReads(Optional<List<Read>> reads, Var focus) {

    /**
     * Changed triples that one of the graphs has.
     *
     * @param walk the graph
     * @param triples the triples by predicate, and all of them for {@link Node#ANY}
     */
    record Side(Stage.Walk walk, Map<Node, List<Triple>> triples) {}

    /**
     * The lookups of a shape.
     *
     * @param compiled the shape; empty if its lookups are not known
     * @param graph a graph like those to be validated, for estimates
     */
    static ShapeReads of(Optional<ShapeClauses.Compiled> compiled, Graph graph) {
        return compiled.map(shape -> of(shape, graph)).orElse(new ShapeReads(Optional.empty(), Var.alloc("this")));
    }

    private static ShapeReads of(ShapeClauses.Compiled shape, Graph graph) {
        Stream<Read> reads = new ReadPlanner(new FanOut(graph), shape.focus()).reads(shape.root());
        return new ShapeReads(Optional.of(reads.distinct().toList()), shape.focus());
    }

    /**
     * The focus nodes that changed triples may concern; empty for all.
     *
     * @param sides the removed and the added triples
     */
    Optional<Set<Node>> focusNodes(List<Side> sides) {
        if (reads.isEmpty()) {
            return Optional.empty();
        }
        Set<Node> nodes = new HashSet<>();
        for (Side side : sides) {
            for (Read read : reads.get()) {
                Collection<Triple> triples = side.triples().getOrDefault(read.predicate(), List.of());
                if (!triples.isEmpty() && !follow(read, triples, side.walk(), nodes)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(nodes);
    }

    /** Adds the focus nodes of a read; false if a row is left that may concern every focus node. */
    private boolean follow(Read read, Collection<Triple> triples, Stage.Walk walk, Set<Node> nodes) {
        if (!read.tied()) {
            return read.rows(triples, walk).findAny().isEmpty();
        }
        read.rows(triples, walk).forEach(row -> nodes.add(row.get(focus)));
        return true;
    }
}
