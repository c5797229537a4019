// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.line.TripleLine;

/**
 * The changes of a named graph.
 *
 * @param graph its IRI
 * @param withdrawn N-Triples lines only in the older release
 * @param added N-Triples lines only in the newer release
 * @param whole whether all lines of the graph are listed, because it has blank nodes
 */
public record GraphChange(String graph, List<String> withdrawn, List<String> added, boolean whole) {
    public GraphChange {
        withdrawn = List.copyOf(withdrawn);
        added = List.copyOf(added);
    }

    /** The change between two versions of a graph, either of which may be missing; empty if the hashes are equal. */
    static Optional<GraphChange> between(Optional<GraphLines> older, Optional<GraphLines> newer) throws IOException {
        if (older.map(GraphLines::hash).equals(newer.map(GraphLines::hash))) {
            return Optional.empty();
        }
        String graph = older.or(() -> newer).map(GraphLines::graph).orElse("");
        return Optional.of(of(graph, lines(older), lines(newer)));
    }

    /** The change between two versions of a graph, given by their canonical lines; one without lines is missing. */
    static GraphChange of(String graph, List<String> was, List<String> is) {
        boolean whole = Stream.concat(was.stream(), is.stream())
                .anyMatch(line -> TripleLine.of(line).hasBlankNode());
        return whole
                ? new GraphChange(graph, was, is, true)
                : new GraphChange(graph, without(was, is), without(is, was), false);
    }

    private static List<String> lines(Optional<GraphLines> graph) throws IOException {
        List<String> lines = new ArrayList<>();
        if (graph.isPresent()) {
            graph.get().read(all -> all.forEachRemaining(lines::add));
        }
        return lines;
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return lines.stream().filter(line -> !known.contains(line)).toList();
    }
}
