// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalLock;

/** A read-only dataset whose default graph is the union of its named graphs. Thread-safe. */
@SuppressWarnings({"MissingOverride", "ProtectedMembersInFinalClass"})
public final class StoredDataset extends DatasetGraphBaseFind {
    private final Store store;
    private final StoredGraph union;
    private final Transactional transactions = TransactionalLock.createMRSW();

    /** Creates a dataset of a store. */
    public StoredDataset(Store store) {
        this.store = store;
        this.union = new StoredGraph(store, 0);
    }

    /** Copies named graphs into a dataset. */
    public static StoredDataset of(Map<Node, Graph> named) {
        StoreBuilder builder = new StoreBuilder();
        named.forEach(builder::add);
        return new StoredDataset(builder.build());
    }

    /** The store. */
    public Store store() {
        return store;
    }

    /** All triples but those that only inferred graphs have. */
    public StoredGraph explicit() {
        return new StoredGraph(store.explicit(), 0);
    }

    @Override
    public Graph getDefaultGraph() {
        return union;
    }

    @Override
    public Graph getUnionGraph() {
        return union;
    }

    @Override
    public Graph getGraph(Node name) {
        if (Quad.isDefaultGraph(name) || Quad.isUnionGraph(name)) {
            return union;
        }
        int id = store.id(name);
        return store.isGraph(id) ? new StoredGraph(store, id) : Graph.emptyGraph;
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || store.isGraph(store.id(name));
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return IntStream.range(0, store.graphs())
                .mapToObj(graph -> store.term(store.graph(graph)))
                .iterator();
    }

    @Override
    public long size() {
        return store.graphs();
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
        return quads(Quad.defaultGraphIRI, union, Triple.createMatch(subject, predicate, object));
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node name, Node subject, Node predicate, Node object) {
        return quads(name, getGraph(name), Triple.createMatch(subject, predicate, object));
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
        StoredGraph.Triples triples = union.triples(Triple.createMatch(subject, predicate, object));
        return Iter.flatMap(
                triples,
                triple -> Iter.map(triples.graphs().iterator(), graph -> Quad.create(store.term(graph), triple)));
    }

    // The next three are abstract in Jena 6 only, and protected.

    protected Stream<Quad> streamInDftGraph(Node subject, Node predicate, Node object) {
        return Iter.asStream(findInDftGraph(subject, predicate, object));
    }

    protected Stream<Quad> streamInSpecificNamedGraph(Node name, Node subject, Node predicate, Node object) {
        return Iter.asStream(findInSpecificNamedGraph(name, subject, predicate, object));
    }

    protected Stream<Quad> streamInAnyNamedGraphs(Node subject, Node predicate, Node object) {
        return Iter.asStream(findInAnyNamedGraphs(subject, predicate, object));
    }

    private static Iterator<Quad> quads(Node name, Graph graph, Triple pattern) {
        return Iter.map(graph.find(pattern), triple -> Quad.create(name, triple));
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        throw new UnsupportedOperationException("The dataset is read-only");
    }

    @Override
    public void removeGraph(Node name) {
        throw new UnsupportedOperationException("The dataset is read-only");
    }

    @Override
    public PrefixMap prefixes() {
        return PrefixMapFactory.emptyPrefixMap();
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public void begin(TxnType type) {
        transactions.begin(type);
    }

    @Override
    public void begin(ReadWrite mode) {
        transactions.begin(TxnType.convert(mode));
    }

    @Override
    public boolean promote(Promote mode) {
        return transactions.promote(mode);
    }

    @Override
    public void commit() {
        transactions.commit();
    }

    @Override
    public void abort() {
        transactions.abort();
    }

    @Override
    public void end() {
        transactions.end();
    }

    @Override
    public ReadWrite transactionMode() {
        return transactions.transactionMode();
    }

    @Override
    public TxnType transactionType() {
        return transactions.transactionType();
    }

    @Override
    public boolean isInTransaction() {
        return transactions.isInTransaction();
    }
}
