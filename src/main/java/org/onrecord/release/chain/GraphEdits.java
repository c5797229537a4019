// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.PatchException;
import org.apache.jena.rdfpatch.changes.RDFChangesBase;

/** Collects the rows of an RDF Patch by graph. Labels of blank nodes are those of one graph in one patch. */
final class GraphEdits extends RDFChangesBase {
    private final Map<String, Rows> graphs = new TreeMap<>();

    private record Rows(List<Triple> removed, List<Triple> added, Map<Node, Node> blankNodes) {
        Rows() {
            this(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        }

        Triple triple(Node subject, Node predicate, Node object) {
            return Triple.create(node(subject), predicate, node(object));
        }

        private Node node(Node node) {
            return node.isBlank() ? blankNodes.computeIfAbsent(node, label -> NodeFactory.createBlankNode()) : node;
        }
    }

    List<GraphEdit> list() {
        return graphs.entrySet().stream()
                .map(rows -> new GraphEdit(
                        rows.getKey(),
                        rows.getValue().removed(),
                        rows.getValue().added()))
                .toList();
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        Rows rows = rows(graph);
        rows.added().add(rows.triple(subject, predicate, object));
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        Rows rows = rows(graph);
        rows.removed().add(rows.triple(subject, predicate, object));
    }

    private Rows rows(Node graph) {
        if (graph == null || !graph.isURI()) {
            throw new PatchException("a row has no named graph");
        }
        return graphs.computeIfAbsent(graph.getURI(), name -> new Rows());
    }
}
