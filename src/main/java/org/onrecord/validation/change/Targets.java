// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.path.eval.PathEval;

/** Selects the nodes that a shape targets. Parses each SPARQL target once. Thread-safe. */
final class Targets {
    private final Map<Node, Query> queries = new ConcurrentHashMap<>();

    /**
     * The nodes among some that a shape targets. A SPARQL target costs one query, whatever the number of nodes.
     *
     * @param shape a shape whose targets are compiled
     */
    Set<Node> select(Shape shape, Collection<Node> nodes, Graph graph) {
        Set<Node> selected = new HashSet<>();
        Set<Node> left = new HashSet<>(nodes);
        for (Target target : shape.getTargets()) {
            if (left.isEmpty()) {
                break;
            }
            selected.addAll(
                    target.getTargetType() == TargetType.targetExtension
                            ? select(query(target), left, graph)
                            : left.stream()
                                    .filter(node -> isTarget(target, node, graph))
                                    .collect(Collectors.toSet()));
            left.removeAll(selected);
        }
        return selected;
    }

    private static boolean isTarget(Target target, Node node, Graph graph) {
        Node object = target.getObject();
        return switch (target.getTargetType()) {
            case targetNode -> object.equals(node);
            case targetSubjectsOf -> graph.contains(node, object, Node.ANY);
            case targetObjectsOf -> graph.contains(Node.ANY, object, node);
            case targetClass, implicitClass -> {
                Iterator<Node> classes = PathEval.eval(graph, node, ShapeClauses.CLASSES, ARQ.getContext());
                boolean found = false;
                while (!found && classes.hasNext()) {
                    found = classes.next().equals(object);
                }
                yield found;
            }
            case targetExtension -> throw new IllegalArgumentException(target.toString());
        };
    }

    private static Set<Node> select(Query query, Set<Node> nodes, Graph graph) {
        Var variable = variable(query);
        Query restricted = Restriction.of(query, variable, nodes);
        Set<Node> selected = new HashSet<>();
        try (QueryExec execution = QueryExec.dataset(DatasetGraphFactory.wrap(graph))
                .query(restricted)
                .build()) {
            execution.select().forEachRemaining(row -> selected.add(row.get(variable)));
        }
        return selected;
    }

    /** @throws UntracedException if the target is not a query whose results can be restricted to some nodes */
    Query query(Target target) {
        return queries.computeIfAbsent(target.getObject(), node -> parse(target));
    }

    private static Query parse(Target target) {
        if (!target.getShapesGraph().contains(target.getObject(), SHACL.select, Node.ANY)) {
            throw new UntracedException("a type of targets");
        }
        Query query = ShLib.extractSPARQLQuery(target.getShapesGraph(), target.getObject());
        if (!query.isSelectType() || query.getProjectVars().size() != 1 || query.hasValues()) {
            throw new UntracedException("a target that is not a SELECT of one variable");
        }
        return query;
    }

    /** The variable of the focus nodes. */
    static Var variable(Query target) {
        return target.getProjectVars().get(0);
    }
}
