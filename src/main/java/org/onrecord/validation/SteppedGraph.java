// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/** A graph that calls something before every look and at every triple, so that a validation can be ended between them. */
final class SteppedGraph extends GraphWrapper {
    private final Runnable step;

    SteppedGraph(Graph graph, Runnable step) {
        super(graph);
        this.step = step;
    }

    @Override
    public boolean contains(Node subject, Node predicate, Node object) {
        step.run();
        return super.contains(subject, predicate, object);
    }

    @Override
    public boolean contains(Triple triple) {
        step.run();
        return super.contains(triple);
    }

    @Override
    public ExtendedIterator<Triple> find(Triple triple) {
        step.run();
        return super.find(triple).mapWith(this::stepped);
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        step.run();
        return super.find(subject, predicate, object).mapWith(this::stepped);
    }

    private Triple stepped(Triple triple) {
        step.run();
        return triple;
    }
}
