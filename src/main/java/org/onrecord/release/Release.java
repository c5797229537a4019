// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.engine.Change;
import org.onrecord.engine.StoredDataset;
import org.onrecord.release.index.Indexes;
import org.onrecord.vocabulary.BaseIri;

/**
 * A validated release: a dataset with all triples in the default graph and in their named graphs, its hashes, and
 * lazily built indexes. Immutable and thread-safe.
 */
public final class Release {
    private final DatasetGraph dataset;
    private final ReleaseHash hashes;
    private final String hash;
    private final BaseIri base;
    private final Indexes indexes;

    /** Creates a release of an immutable dataset with known hashes. */
    public Release(DatasetGraph dataset, ReleaseHash hashes) {
        this(dataset, hashes, new Indexes());
    }

    private Release(DatasetGraph dataset, ReleaseHash hashes, Indexes indexes) {
        this.dataset = dataset;
        this.indexes = indexes;
        this.hashes = hashes;
        this.hash = hashes.hash();
        this.base = BaseIri.of(dataset.getDefaultGraph());
    }

    /**
     * The release after a change of this one, whose indexes follow it.
     *
     * @param change the change of the default graph
     */
    public Release next(DatasetGraph changed, ReleaseHash changedHashes, Change change) {
        return new Release(changed, changedHashes, indexes.next(change));
    }

    /** A dataset of named graphs, by IRI. */
    static StoredDataset dataset(Map<String, Graph> named) {
        Map<Node, Graph> graphs = new LinkedHashMap<>();
        named.forEach((iri, graph) -> graphs.put(NodeFactory.createURI(iri), graph));
        return StoredDataset.of(graphs);
    }

    /** The read-only dataset. Its default graph is the union of its named graphs. */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** The default graph: all triples. */
    public Graph everything() {
        return dataset.getDefaultGraph();
    }

    /** The base of the home's IRIs. */
    public BaseIri base() {
        return base;
    }

    /** What the home says of its dataset. */
    public Profile profile() {
        return index(Profile.class, indexed -> Profile.of(indexed.everything(), indexed.base()));
    }

    /** The number of instances of a class and its subclasses. */
    public long count(Node type) {
        return G.listSubClasses(everything(), type).stream().allMatch(type::equals)
                ? everything().stream(Node.ANY, RDF.Nodes.type, type).count()
                : G.allNodesOfTypeRDFS(everything(), type).size();
    }

    /** The number of quads. */
    public long quads() {
        return graphs().stream()
                .mapToLong(
                        graph -> dataset.getGraph(NodeFactory.createURI(graph)).size())
                .sum();
    }

    /** The hash of this release: 64 hex digits. */
    public String hash() {
        return hash;
    }

    /** The hashes of release and stated graphs. */
    public ReleaseHash hashes() {
        return hashes;
    }

    /** The stated graphs. */
    public StatedGraphs stated() {
        return new StatedGraphs(hashes, graph -> dataset.getGraph(NodeFactory.createURI(graph)));
    }

    /** The IRIs of the named graphs, stated and derived. */
    public SortedSet<String> graphs() {
        SortedSet<String> names = new TreeSet<>();
        dataset.listGraphNodes().forEachRemaining(graph -> names.add(graph.getURI()));
        return names;
    }

    /** Whether there is a named graph. */
    public boolean hasGraph(String iri) {
        return dataset.containsGraph(NodeFactory.createURI(iri));
    }

    /**
     * Returns an index of this release. The first caller builds it, concurrent callers wait. Building must not request
     * the same index.
     *
     * @param type key of the index
     * @param build builds the index
     */
    public <T> T index(Class<T> type, Function<Release, T> build) {
        return indexes.get(type, () -> build.apply(this));
    }

    /**
     * Returns an index of this release, which is made of that of the release before if there is one.
     *
     * @param build builds the index
     * @param update makes the index of an earlier one and the change since; empty if it must be built
     */
    public <T> T index(Class<T> type, Function<Release, T> build, BiFunction<T, Change, Optional<T>> update) {
        return indexes.get(type, () -> build.apply(this), update);
    }
}
