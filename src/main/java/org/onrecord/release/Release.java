// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.G;

/**
 * One release of the graph, validated and ready to be queried: every triple in the default graph, and in the named graph it
 * comes from; its hashes; and every index over it, each built once, when it is first asked for. Its dataset is immutable;
 * safe for many threads.
 */
public final class Release {
    private final DatasetGraph dataset;
    private final ReleaseHash hashes;
    private final String hash;
    private final Map<Class<?>, FutureTask<?>> indexes = new ConcurrentHashMap<>();

    /**
     * A release over graphs that do not change afterwards.
     *
     * @param merged the union of the named graphs
     * @param named the named graphs, by IRI
     */
    Release(Graph merged, Map<String, Graph> named) {
        this(linked(merged, named), ReleaseHash.of(named));
    }

    private Release(DatasetGraph dataset, ReleaseHash hashes) {
        this.dataset = dataset;
        this.hashes = hashes;
        this.hash = hashes.hash();
    }

    /** A release over a dataset that does not change; the caller knows its hashes. */
    public static Release over(DatasetGraph dataset, ReleaseHash hashes) {
        return new Release(dataset, hashes);
    }

    private static DatasetGraph linked(Graph merged, Map<String, Graph> named) {
        DatasetGraph linked = new NamedGraphs(merged);
        named.forEach((iri, graph) -> linked.addGraph(NodeFactory.createURI(iri), graph));
        return new DatasetGraphReadOnly(linked);
    }

    /** The dataset, which refuses changes; its default graph is the union of its named graphs. */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** The default graph: all triples. */
    public Graph everything() {
        return dataset.getDefaultGraph();
    }

    /** The number of things of a class or of its subclasses. */
    public long count(Node type) {
        return G.allNodesOfTypeRDFS(everything(), type).size();
    }

    /** The hash that names this release: 64 hex digits. */
    public String hash() {
        return hash;
    }

    /** The hash and those of the named graphs. */
    public ReleaseHash hashes() {
        return hashes;
    }

    /** Graph IRI to the hash of the graph, 64 hex digits. */
    public SortedMap<String, String> graphs() {
        return hashes.graphs();
    }

    /**
     * An index over this release. It is built by the first caller; the others wait for it. It must not need itself.
     *
     * @param type stands for the index: there is one of each type
     * @param build builds it
     */
    public <T> T index(Class<T> type, Function<Release, T> build) {
        FutureTask<?> index = indexes.computeIfAbsent(type, key -> new FutureTask<>(() -> build.apply(this)));
        index.run();
        try {
            return type.cast(index.get());
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("An index of type " + type.getName() + " cannot be built", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an index was built", e);
        }
    }

    /**
     * Graphs by name. Jena's own adds an empty graph for every name that a query asks for, so that any reader could make the
     * dataset larger; here a name without a graph has the empty one.
     */
    private static final class NamedGraphs extends DatasetGraphMapLink {
        NamedGraphs(Graph merged) {
            super(merged);
        }

        @Override
        public Graph getGraph(Node name) {
            boolean there = Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || containsGraph(name);
            return there ? super.getGraph(name) : Graph.emptyGraph;
        }
    }
}
