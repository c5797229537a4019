// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A graph that keeps its triples in the order in which they were added, without an index: finding one reads all. */
public final class OrderedGraph extends GraphBase {
    private final Set<Triple> triples = new LinkedHashSet<>();

    @Override
    public void performAdd(Triple triple) {
        triples.add(triple);
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        ExtendedIterator<Triple> all = WrappedIterator.createNoRemove(triples.iterator());
        return pattern.equals(Triple.ANY) ? all : all.filterKeep(pattern::matches);
    }

    @Override
    protected int graphBaseSize() {
        return triples.size();
    }
}
