// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.AbstractMap.SimpleEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shared.JenaException;
import org.onrecord.engine.Change;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.MergedGraph;
import org.onrecord.validation.change.Reach;

/** Validates focus nodes against shapes. Thread-safe. */
final class FocusNodes {
    private final Shapes shapes;
    private final MergedGraph ontology;
    private final Reach reach;

    /** @param ontology the files of the shapes */
    FocusNodes(Shapes shapes, MergedGraph ontology) {
        this.shapes = shapes;
        this.ontology = ontology;
        this.reach = new Reach(ontology.graph());
    }

    /** Prepares {@link #changed}. */
    void prepare() {
        reach.prepare(shapes.getTargetShapes());
    }

    /** Validates all focus nodes of a graph, several shapes at a time; {@code done} is called after each shape. */
    Results all(Graph graph, String reason, Runnable done) {
        return results(
                shape -> {
                    Results.OfShape results = all(shape, graph);
                    done.run();
                    return results;
                },
                Optional.of(reason));
    }

    /** Validates some focus nodes of some shapes. */
    Results some(Graph graph, Map<Node, Set<Node>> focusNodes) {
        return results(
                shape -> {
                    Set<Node> nodes = focusNodes.getOrDefault(shape.getShapeNode(), Set.of());
                    return new Results.OfShape(entries(shape, nodes, graph), nodes.size(), false);
                },
                Optional.empty());
    }

    /** Validates what a change may concern, and keeps the other results. */
    Results changed(Results before, Change change) {
        Optional<String> reason = reach.all(change);
        if (reason.isPresent()) {
            return all(change.after(), reason.get(), () -> {});
        }
        Reach.Changes changes = reach.changes(change);
        return results(shape -> changed(shape, before.of(shape.getShapeNode()), changes, change), Optional.empty());
    }

    private Results results(Function<Shape, Results.OfShape> validation, Optional<String> full) {
        Map<Node, Results.OfShape> results = new LinkedHashMap<>();
        shapes.getTargetShapes().parallelStream()
                .map(shape -> new SimpleEntry<>(shape.getShapeNode(), validation.apply(shape)))
                .toList()
                .forEach(shape -> results.put(shape.getKey(), shape.getValue()));
        return new Results(results, full);
    }

    private Results.OfShape all(Shape shape, Graph graph) {
        Collection<Node> nodes = VLib.focusNodes(graph, shape);
        return new Results.OfShape(entries(shape, nodes, graph), nodes.size(), true);
    }

    private Results.OfShape changed(Shape shape, Results.OfShape before, Reach.Changes changes, Change change) {
        Optional<Set<Node>> candidates = changes.candidates(shape);
        if (candidates.isEmpty()) {
            return all(shape, change.after());
        } else if (candidates.get().isEmpty()) {
            return new Results.OfShape(before.entries(), 0, false);
        }
        Set<Node> targets = changes.targets(shape, candidates.get());
        Map<Node, List<ReportEntry>> entries = new LinkedHashMap<>(before.entries());
        entries.keySet().removeAll(candidates.get());
        entries.putAll(entries(shape, targets, change.after()));
        return new Results.OfShape(entries, targets.size(), false);
    }

    /** The results of focus nodes that have some, in their order. Several nodes are validated at a time. */
    private Map<Node, List<ReportEntry>> entries(Shape shape, Collection<Node> nodes, Graph graph) {
        Map<Node, List<ReportEntry>> entries = new LinkedHashMap<>();
        nodes.parallelStream()
                .map(node -> new SimpleEntry<>(node, entries(shape, node, graph)))
                .filter(found -> !found.getValue().isEmpty())
                .toList()
                .forEach(found -> entries.put(found.getKey(), found.getValue()));
        return entries;
    }

    /**
     * The results of one focus node. It has its own context, so that shapes can be validated in parallel.
     *
     * @throws BrokenFileException if the shape turns out to be ill-formed
     */
    List<ReportEntry> entries(Shape shape, Node focus, Graph graph) {
        ValidationContext context = ValidationContext.create(shapes, graph);
        try {
            VLib.validateShape(context, graph, shape, focus);
        } catch (QueryCancelledException e) {
            throw e;
        } catch (JenaException e) {
            throw ShapesReader.broken(ontology, shape, e);
        }
        return context.hasViolation() ? List.copyOf(context.generateReport().getEntries()) : List.of();
    }
}
