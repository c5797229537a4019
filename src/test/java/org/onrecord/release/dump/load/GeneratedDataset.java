// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump.load;

import java.util.stream.LongStream;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** Ten graphs of generated triples, not stored in memory. */
final class GeneratedDataset {
    private static final int GRAPHS = 10;

    private GeneratedDataset() {}

    /** A dataset with a number of quads in millions. */
    static DatasetGraph dataset(String millions) {
        long each = (long) (Double.parseDouble(millions) * 1_000_000) / GRAPHS;
        DatasetGraph dataset = new DatasetGraphMapLink(GraphMemFactory.createDefaultGraph());
        for (int i = 0; i < GRAPHS; i++) {
            dataset.addGraph(NodeFactory.createURI("http://example.org/graph/g" + i), new GeneratedGraph(i, each));
        }
        return dataset;
    }

    /** A graph that generates its triples on demand. */
    private static final class GeneratedGraph extends GraphBase {
        private final int number;
        private final long size;

        GeneratedGraph(int number, long size) {
            this.number = number;
            this.size = size;
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            return WrappedIterator.create(
                    LongStream.range(0, size).mapToObj(this::triple).iterator());
        }

        private Triple triple(long i) {
            // Consecutive triples are far apart in sort order.
            long mixed = (i * 2_654_435_761L) % size;
            Node subject = NodeFactory.createURI("http://example.org/thing/" + mixed / 5);
            Node predicate = NodeFactory.createURI("http://example.org/terms#p" + mixed % 5);
            return Triple.create(
                    subject, predicate, NodeFactory.createLiteralString("value " + mixed + " of graph " + number));
        }
    }
}
