// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.validation.ReportEntry;

/**
 * The results of a validation, by shape and focus node, without places in files. Immutable; made by a {@link Validator},
 * which can bring them up to date after a change.
 */
public final class Results {
    /** No results. */
    public static final Results NONE = new Results(Map.of(), Optional.empty());

    private final Map<Node, OfShape> shapes;
    private final Optional<String> full;

    /** @param full why every focus node was validated; empty if only those that a change may concern */
    Results(Map<Node, OfShape> shapes, Optional<String> full) {
        this.shapes = new LinkedHashMap<>(shapes);
        this.full = full;
    }

    /**
     * The results of one shape.
     *
     * @param entries the results of each focus node that has some
     * @param validated the number of focus nodes that were validated now; the other results are earlier ones
     * @param full whether all focus nodes were validated
     */
    record OfShape(Map<Node, List<ReportEntry>> entries, int validated, boolean full) {}

    /** The results of each shape that has some. */
    public Map<Node, List<ReportEntry>> entries() {
        Map<Node, List<ReportEntry>> entries = new LinkedHashMap<>();
        shapes.forEach((shape, results) -> {
            if (!results.entries().isEmpty()) {
                List<ReportEntry> all = new ArrayList<>();
                results.entries().values().forEach(all::addAll);
                entries.put(shape, all);
            }
        });
        return entries;
    }

    /** Whether there are no violations. */
    public boolean conforms() {
        return shapes.values().stream()
                .flatMap(results -> results.entries().values().stream())
                .flatMap(List::stream)
                .noneMatch(entry -> Severity.of(entry.severity().level()) == Severity.VIOLATION);
    }

    /** The focus nodes that have results, by shape. */
    public Map<Node, Set<Node>> focusNodes() {
        Map<Node, Set<Node>> focusNodes = new LinkedHashMap<>();
        shapes.forEach((shape, results) -> {
            if (!results.entries().isEmpty()) {
                focusNodes.put(shape, results.entries().keySet());
            }
        });
        return focusNodes;
    }

    /** Why everything was validated, in a sentence without its full stop; empty if only what a change may concern was. */
    public Optional<String> full() {
        return full;
    }

    /** How often a focus node was validated against a shape. */
    public long validated() {
        return shapes.values().stream().mapToLong(OfShape::validated).sum();
    }

    /** The shapes of which every focus node was validated. */
    public List<Node> fullShapes() {
        return shapes.entrySet().stream()
                .filter(shape -> shape.getValue().full())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The results of a shape. */
    OfShape of(Node shape) {
        return shapes.getOrDefault(shape, new OfShape(Map.of(), 0, false));
    }
}
