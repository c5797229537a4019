// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.onrecord.release.ReleaseHash;

/** Collects quads by graph, without derived graphs. A blank node belongs to one graph, whatever its label. */
final class GraphCollector extends StreamRDFBase {
    private final Map<String, Graph> graphs = new HashMap<>();
    private final Map<Node, Map<Node, Node>> blankNodes = new HashMap<>();

    @Override
    public void quad(Quad quad) {
        Node name = quad.getGraph();
        if (name.isURI() && !ReleaseHash.isDerived(name.getURI())) {
            graphs.computeIfAbsent(name.getURI(), iri -> GraphMemFactory.createDefaultGraphSameTerm())
                    .add(Triple.create(own(name, quad.getSubject()), quad.getPredicate(), own(name, quad.getObject())));
        }
    }

    private Node own(Node graph, Node node) {
        return node.isBlank()
                ? blankNodes
                        .computeIfAbsent(graph, name -> new HashMap<>())
                        .computeIfAbsent(node, label -> NodeFactory.createBlankNode())
                : node;
    }

    /** The graphs by IRI. */
    Map<String, Graph> graphs() {
        return graphs;
    }
}
