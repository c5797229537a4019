// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation.change;

import java.util.Collection;
import java.util.List;
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

    public Change {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }
}
