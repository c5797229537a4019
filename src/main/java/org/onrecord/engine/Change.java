// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/**
 * The change of a graph. Both graphs must not be modified while it is in use.
 *
 * @param before the graph before the change
 * @param after the graph after the change
 * @param removed the triples that are in {@code before} and not in {@code after}
 * @param added the triples that are in {@code after} and not in {@code before}
 */
public record Change(Graph before, Graph after, Collection<Triple> removed, Collection<Triple> added) {
    /**
     * The change between two graphs that are unions of others.
     *
     * @param removed the triples that some of the others lost
     * @param added the triples that some of the others gained
     */
    public static Change of(Graph before, Graph after, Collection<Triple> removed, Collection<Triple> added) {
        return new Change(
                before,
                after,
                removed.stream()
                        .filter(triple -> !after.contains(triple))
                        .distinct()
                        .toList(),
                added.stream()
                        .filter(triple -> !before.contains(triple))
                        .distinct()
                        .toList());
    }

    /** This change and then another. */
    public Change then(Change next) {
        return new Change(
                before,
                next.after,
                Stream.of(minus(removed, next.added), minus(next.removed, added))
                        .flatMap(List::stream)
                        .toList(),
                Stream.of(minus(added, next.removed), minus(next.added, removed))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Triple> minus(Collection<Triple> some, Collection<Triple> others) {
        Set<Triple> without = Set.copyOf(others);
        return some.stream().filter(triple -> !without.contains(triple)).toList();
    }

    /** The removed and the added triples. */
    public Stream<Triple> triples() {
        return Stream.of(removed, added).flatMap(Collection::stream);
    }

    public Change {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }
}
