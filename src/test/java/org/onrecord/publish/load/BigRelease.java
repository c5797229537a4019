// SPDX-License-Identifier: Apache-2.0
package org.onrecord.publish.load;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.onrecord.publish.Bounds;
import org.onrecord.publish.ReleaseWriter;
import org.onrecord.publish.folder.Manifest;
import org.onrecord.publish.folder.ReleaseFolder;
import org.onrecord.publish.form.Context;
import org.onrecord.publish.form.DumpForm;

/** Exports ten graphs of made-up triples that no memory holds: a folder, and how many millions of quads. */
public final class BigRelease {
    private static final int GRAPHS = 10;

    private BigRelease() {}

    public static void main(String[] args) {
        long each = (long) (Double.parseDouble(args[1]) * 1_000_000) / GRAPHS;
        DatasetGraphMapLink dataset = new DatasetGraphMapLink(GraphMemFactory.createDefaultGraph());
        for (int i = 0; i < GRAPHS; i++) {
            dataset.addGraph(NodeFactory.createURI("http://example.org/graph/g" + i), new Endless(i, each));
        }
        Manifest manifest = new ReleaseWriter(
                        dataset, Context.of(GraphMemFactory.createDefaultGraph()), Bounds.USUAL, System.out::println)
                .to(
                        ReleaseFolder.at(Path.of(args[0])),
                        EnumSet.of(DumpForm.NQUADS, DumpForm.TRIG, DumpForm.TURTLE, DumpForm.NTRIPLES),
                        List.of());
        System.out.printf(
                "%,d quads, %,d MB of heap allowed%n",
                manifest.quads(), Runtime.getRuntime().maxMemory() >> 20);
    }

    /** A graph whose triples are made when they are asked for. */
    private static final class Endless extends GraphBase {
        private final int number;
        private final long size;

        Endless(int number, long size) {
            this.number = number;
            this.size = size;
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            return WrappedIterator.create(
                    LongStream.range(0, size).mapToObj(this::triple).iterator());
        }

        private Triple triple(long i) {
            // Neighbours are far apart, so that sorting has something to do.
            long mixed = (i * 2_654_435_761L) % size;
            Node subject = NodeFactory.createURI("http://example.org/thing/" + mixed / 5);
            Node predicate = NodeFactory.createURI("http://example.org/terms#p" + mixed % 5);
            return Triple.create(
                    subject, predicate, NodeFactory.createLiteralString("value " + mixed + " of graph " + number));
        }
    }
}
