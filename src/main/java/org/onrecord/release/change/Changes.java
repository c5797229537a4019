// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.StatedGraphs;
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

    /** The changes between the stated graphs of two releases. */
    public static Changes between(StatedGraphs older, StatedGraphs newer) {
        Map<String, String> was = older.hashes().graphs();
        Map<String, String> is = newer.hashes().graphs();
        TreeSet<String> all = new TreeSet<>(CanonicalLines::compareCodePoints);
        all.addAll(was.keySet());
        all.addAll(is.keySet());
        List<GraphChange> changed = all.stream()
                .filter(graph -> !Objects.equals(was.get(graph), is.get(graph)))
                .map(graph -> GraphChange.of(
                        graph, CanonicalLines.of(older.graph(graph)), CanonicalLines.of(newer.graph(graph))))
                .toList();
        return new Changes(older.hashes().hash(), newer.hashes().hash(), changed);
    }

    private static Optional<GraphLines> named(String iri, List<GraphLines> graphs) {
        return graphs.stream().filter(graph -> graph.graph().equals(iri)).findFirst();
    }
}
