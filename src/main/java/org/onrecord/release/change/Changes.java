// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.Release;
import org.onrecord.release.line.GraphLines;

/**
 * The changes from one release to another.
 *
 * @param from the hash of the older release
 * @param to the hash of the newer
 * @param graphs the changed graphs, sorted by IRI
 */
public record Changes(String from, String to, List<GraphChange> graphs) {
    public Changes {
        graphs = List.copyOf(graphs);
    }

    /**
     * The changes between two releases.
     *
     * @throws UncheckedIOException if their lines cannot be read
     */
    public static Changes between(List<GraphLines> older, List<GraphLines> newer) {
        TreeSet<String> all = new TreeSet<>(CanonicalLines::compareCodePoints);
        older.forEach(graph -> all.add(graph.graph()));
        newer.forEach(graph -> all.add(graph.graph()));
        List<GraphChange> changed = new ArrayList<>();
        try {
            for (String graph : all) {
                GraphChange.between(named(graph, older), named(graph, newer)).ifPresent(changed::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Changes(
                GraphLines.release(older).hash(), GraphLines.release(newer).hash(), changed);
    }

    /** The changes of the stated graphs between two releases. */
    public static Changes between(Release older, Release newer) {
        TreeSet<String> all = new TreeSet<>(CanonicalLines::compareCodePoints);
        all.addAll(older.hashes().graphs().keySet());
        all.addAll(newer.hashes().graphs().keySet());
        List<GraphChange> changed = all.stream()
                .filter(graph -> !Objects.equals(
                        older.hashes().graphs().get(graph),
                        newer.hashes().graphs().get(graph)))
                .map(graph -> GraphChange.of(graph, lines(older, graph), lines(newer, graph)))
                .toList();
        return new Changes(older.hash(), newer.hash(), changed);
    }

    private static List<String> lines(Release release, String graph) {
        return CanonicalLines.of(release.dataset().getGraph(NodeFactory.createURI(graph)));
    }

    private static Optional<GraphLines> named(String iri, List<GraphLines> graphs) {
        return graphs.stream().filter(graph -> graph.graph().equals(iri)).findFirst();
    }
}
