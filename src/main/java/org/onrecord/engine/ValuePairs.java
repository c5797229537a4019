// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * The pairs of values that two properties of a subject have, each with the number of subjects. Terms are read once for each
 * pair, not for each subject.
 */
public final class ValuePairs {
    private final Store store;
    private final int first;
    private final int second;

    /** Receives pairs. */
    public interface Receiver {
        /** Takes a pair and the number of subjects that have it. */
        void take(Node first, Node second, int subjects);
    }

    /** The pairs of the values of two properties in a graph. */
    public ValuePairs(Graph graph, Node first, Node second) {
        this.store = (graph instanceof StoredGraph stored && stored.name() == 0
                        ? stored
                        : StoredGraph.union(List.of(graph)))
                .store();
        this.first = store.id(first);
        this.second = store.id(second);
    }

    /** Gives all pairs to a receiver. */
    public void forEach(Receiver receiver) {
        if (first == 0 || second == 0) {
            return;
        }
        Scan subjects = new Scan(store);
        Scan values = new Scan(store);
        Map<Integer, Integer> counts = new HashMap<>();
        int value = 0;
        // In the order of the values of the first property.
        for (subjects.open(0, 0, first, 0); subjects.next(); ) {
            if (subjects.object() != value) {
                give(value, counts, receiver);
                value = subjects.object();
            }
            for (values.open(0, subjects.subject(), second, 0); values.next(); ) {
                counts.merge(values.object(), 1, Integer::sum);
            }
        }
        give(value, counts, receiver);
    }

    private void give(int value, Map<Integer, Integer> counts, Receiver receiver) {
        counts.forEach((other, subjects) -> receiver.take(store.term(value), store.term(other), subjects));
        counts.clear();
    }
}
