// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.onrecord.guard.Budget;

/** A dataset that counts each triple read as a step. */
final class CountingDataset extends DatasetGraphWrapper {
    private final Budget budget;

    CountingDataset(DatasetGraph dataset, Budget budget) {
        super(dataset);
        this.budget = budget;
    }

    @Override
    public Graph getDefaultGraph() {
        return new CountingGraph(super.getDefaultGraph(), budget::step);
    }

    @Override
    public Graph getUnionGraph() {
        return new CountingGraph(super.getUnionGraph(), budget::step);
    }

    @Override
    public Graph getGraph(Node name) {
        return new CountingGraph(super.getGraph(name), budget::step);
    }

    @Override
    public Iterator<Quad> find() {
        return counted(super.find());
    }

    @Override
    public Iterator<Quad> find(Quad quad) {
        return counted(super.find(quad));
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        return counted(super.find(graph, subject, predicate, object));
    }

    @Override
    public Iterator<Quad> findNG(Node graph, Node subject, Node predicate, Node object) {
        return counted(super.findNG(graph, subject, predicate, object));
    }

    private Iterator<Quad> counted(Iterator<Quad> quads) {
        return Iter.map(quads, quad -> {
            budget.step();
            return quad;
        });
    }

    /** A graph that counts each lookup and triple. */
    static final class CountingGraph extends GraphWrapper {
        private final Runnable count;

        CountingGraph(Graph graph, Runnable count) {
            super(graph);
            this.count = count;
        }

        @Override
        public ExtendedIterator<Triple> find(Triple triple) {
            count.run();
            return super.find(triple).mapWith(this::counted);
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            count.run();
            return super.find(subject, predicate, object).mapWith(this::counted);
        }

        private Triple counted(Triple triple) {
            count.run();
            return triple;
        }
    }
}
