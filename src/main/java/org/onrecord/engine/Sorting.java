// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts by the order of SPARQL, which is not transitive for all values: {@code P1M}, {@code P30D} and {@code PT720H} are
 * neither equal nor in an order with each other. Such values come in any order.
 */
public final class Sorting {
    private Sorting() {}

    /** The elements in an order; equal ones as before, if the order is transitive. */
    public static <T> List<T> sorted(List<T> elements, Comparator<? super T> order) {
        List<T> sorted = new ArrayList<>(elements);
        try {
            sorted.sort(order);
            return sorted;
        } catch (IllegalArgumentException e) {
            // The order is not transitive; a heap does not notice.
            return first(elements.iterator(), elements.size(), order);
        }
    }

    /**
     * The first elements in an order. Only as many are kept in memory.
     *
     * @param most the number of elements
     */
    public static <T> List<T> first(Iterator<T> elements, int most, Comparator<? super T> order) {
        PriorityQueue<T> first = new PriorityQueue<>(order.reversed());
        while (most > 0 && elements.hasNext()) {
            T next = elements.next();
            if (first.size() < most) {
                first.add(next);
            } else if (order.compare(next, first.element()) < 0) {
                first.remove();
                first.add(next);
            }
        }
        List<T> sorted = new ArrayList<>();
        while (!first.isEmpty()) {
            sorted.add(first.remove());
        }
        Collections.reverse(sorted);
        return sorted;
    }
}
