// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onrecord.release.line.GraphLines;
import org.onrecord.release.line.TripleLine;

/**
 * What changed in a named graph.
 *
 * @param graph its IRI
 * @param withdrawn lines of N-Triples that the older release has and the newer has not
 * @param added lines that the newer has and the older has not
 * @param whole whether the graph has blank nodes, so that these are all its lines
 */
public record GraphChange(String graph, List<String> withdrawn, List<String> added, boolean whole) {
    public GraphChange {
        withdrawn = List.copyOf(withdrawn);
        added = List.copyOf(added);
    }

    /** The change from one state of a graph to another; either may be missing, and nothing changes where hashes agree. */
    static Optional<GraphChange> between(Optional<GraphLines> older, Optional<GraphLines> newer) throws IOException {
        if (older.map(GraphLines::hash).equals(newer.map(GraphLines::hash))) {
            return Optional.empty();
        }
        List<String> was = lines(older);
        List<String> is = lines(newer);
        String graph = older.or(() -> newer).map(GraphLines::graph).orElse("");
        boolean whole =
                was.stream().anyMatch(GraphChange::hasBlankNode) || is.stream().anyMatch(GraphChange::hasBlankNode);
        return Optional.of(
                whole
                        ? new GraphChange(graph, was, is, true)
                        : new GraphChange(graph, without(was, is), without(is, was), false));
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

    private static boolean hasBlankNode(String line) {
        TripleLine parts = TripleLine.of(line);
        return parts.subject().startsWith("_:") || parts.object().startsWith("_:");
    }
}
