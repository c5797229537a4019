// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.vocabulary.RDFS;
import org.onrecord.engine.Change;

/**
 * How far changes reach: the focus nodes of each shape whose results may differ. What a shape looks up is computed when it is
 * first asked for. Thread-safe.
 */
public final class Reach {
    private final Graph ontology;
    private final Map<Node, Optional<ShapeClauses.Compiled>> compiled = new ConcurrentHashMap<>();
    private final Targets targets = new Targets();
    private final Map<Node, ShapeReads> reads = new ConcurrentHashMap<>();

    /** @param ontology the triples of ontology and shapes, whose change concerns everything */
    public Reach(Graph ontology) {
        this.ontology = ontology;
    }

    /** Compiles shapes, so that the first change need not wait for it. */
    public void prepare(Collection<Shape> shapes) {
        shapes.forEach(this::compiled);
    }

    private Optional<ShapeClauses.Compiled> compiled(Shape shape) {
        return compiled.computeIfAbsent(shape.getShapeNode(), node -> ShapeClauses.compile(shape, targets));
    }

    /** Why a change concerns every focus node of every shape; empty if it does not. */
    public Optional<String> all(Change change) {
        return Stream.concat(change.removed().stream(), change.added().stream())
                .flatMap(triple -> all(triple).stream())
                .findFirst();
    }

    private Optional<String> all(Triple triple) {
        if (triple.getPredicate().equals(RDFS.subClassOf.asNode())) {
            return Optional.of("The superclasses of \"" + triple.getSubject() + "\" changed");
        }
        return ontology.contains(triple)
                ? Optional.of("The ontology changed: what it says of \"" + triple.getSubject() + "\"")
                : Optional.empty();
    }

    /** The changed triples of a change, prepared for several shapes. */
    public Changes changes(Change change) {
        FunctionEnv functions = new FunctionEnvBase(ARQ.getContext());
        ShapeReads.Side removed =
                new ShapeReads.Side(new Stage.Walk(change.before(), change, functions), byPredicate(change.removed()));
        ShapeReads.Side added =
                new ShapeReads.Side(new Stage.Walk(change.after(), change, functions), byPredicate(change.added()));
        return new Changes(change, List.of(removed, added));
    }

    private static Map<Node, List<Triple>> byPredicate(Collection<Triple> triples) {
        Map<Node, List<Triple>> map = new HashMap<>();
        triples.forEach(triple -> map.computeIfAbsent(triple.getPredicate(), link -> new ArrayList<>())
                .add(triple));
        map.put(Node.ANY, List.copyOf(triples));
        return map;
    }

    /** The part of a change that concerns a shape. Thread-safe. */
    public final class Changes {
        private final Change change;
        private final List<ShapeReads.Side> sides;

        private Changes(Change change, List<ShapeReads.Side> sides) {
            this.change = change;
            this.sides = sides;
        }

        /** The nodes that may be focus nodes of a shape, before or after, with other results; empty for all nodes. */
        public Optional<Set<Node>> candidates(Shape shape) {
            return reads.computeIfAbsent(shape.getShapeNode(), node -> ShapeReads.of(compiled(shape), change.after()))
                    .focusNodes(sides);
        }

        /** The candidates that the shape targets after the change. */
        public Set<Node> targets(Shape shape, Set<Node> candidates) {
            return targets.select(shape, candidates, change.after());
        }
    }
}
