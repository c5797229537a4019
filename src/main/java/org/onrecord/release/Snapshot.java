// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.G;

/**
 * One release of the graph, checked and ready to be asked: every triple in the default graph, and in the named graph it
 * comes from. Immutable; safe for any number of readers at a time.
 */
public final class Snapshot {
    private final DatasetGraph dataset;
    private final Release release;

    /**
     * A snapshot over graphs that nobody changes afterwards.
     *
     * @param merged the union of the named graphs
     * @param named the named graphs, by IRI
     */
    Snapshot(Graph merged, Map<String, Graph> named) {
        DatasetGraph linked = new Linked(merged);
        named.forEach((iri, graph) -> linked.addGraph(NodeFactory.createURI(iri), graph));
        this.dataset = new DatasetGraphReadOnly(linked);
        this.release = Release.of(named);
    }

    /** The dataset, which refuses to be changed; its default graph is the union of its named graphs. */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** Everything at once: the default graph. */
    public Graph everything() {
        return dataset.getDefaultGraph();
    }

    /** The number of things of a class or of one below it. */
    public long count(Node type) {
        return G.allNodesOfTypeRDFS(everything(), type).size();
    }

    /** The hashes that name this state of the graph. */
    public Release release() {
        return release;
    }

    /**
     * Graphs by name. Jena's own adds an empty graph for every name that a query asks for, so that any reader could make the
     * dataset larger; here a name without a graph has the empty one.
     */
    private static final class Linked extends DatasetGraphMapLink {
        Linked(Graph merged) {
            super(merged);
        }

        @Override
        public Graph getGraph(Node name) {
            boolean there = Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || containsGraph(name);
            return there ? super.getGraph(name) : Graph.emptyGraph;
        }
    }
}
