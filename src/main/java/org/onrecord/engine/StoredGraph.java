// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A read-only graph of a store: a named graph, or all triples. Terms match if they are equal, not if their values are. */
public final class StoredGraph extends GraphBase {
    private final Store store;
    private final int name;

    /** @param name the term number of the named graph, or 0 for the triples of all graphs */
    StoredGraph(Store store, int name) {
        this.store = store;
        this.name = name;
    }

    /** A copy of the triples of several graphs. */
    public static StoredGraph union(List<Graph> graphs) {
        StoreBuilder builder = new StoreBuilder();
        Node name = NodeFactory.createURI("urn:x-onrecord:union");
        graphs.forEach(graph -> builder.add(name, graph));
        return new StoredGraph(builder.build(), 0);
    }

    /** The store. */
    public Store store() {
        return store;
    }

    /** The term number of the named graph, or 0 for the triples of all graphs. */
    public int name() {
        return name;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return WrappedIterator.createNoRemove(triples(pattern));
    }

    /** The triples that match a pattern. */
    Triples triples(Triple pattern) {
        int subject = id(pattern.getSubject());
        int predicate = id(pattern.getPredicate());
        int object = id(pattern.getObject());
        Scan scan = new Scan(store);
        scan.open(name, subject, predicate, object);
        return new Triples(store, scan);
    }

    /** The number of a term, 0 for any, or a number without triples if the dataset does not have the term. */
    private int id(Node term) {
        if (!term.isConcrete()) {
            return 0;
        }
        int id = store.id(term);
        return id == 0 ? store.terms() + 1 : id;
    }

    @Override
    protected int graphBaseSize() {
        return name == 0 ? (int) store.size() : store.members().size(name);
    }

    /** The triples of a scan. */
    static final class Triples implements Iterator<Triple> {
        private final Store store;
        private final Scan scan;
        private boolean read;
        private boolean more;

        Triples(Store store, Scan scan) {
            this.store = store;
            this.scan = scan;
        }

        /** The named graphs that have the last triple. */
        List<Integer> graphs() {
            return IntStream.range(0, scan.graphs()).mapToObj(scan::graph).toList();
        }

        @Override
        public boolean hasNext() {
            if (!read) {
                read = true;
                more = scan.next();
            }
            return more;
        }

        @Override
        public Triple next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            read = false;
            return Triple.create(store.term(scan.subject()), store.term(scan.predicate()), store.term(scan.object()));
        }
    }
}
