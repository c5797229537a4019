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
        First<T> first = new First<>(most, order);
        while (most > 0 && elements.hasNext()) {
            first.add(elements.next());
        }
        return first.sorted();
    }

    /** The first of the elements that are added, in an order. */
    public static final class First<T> {
        private final int most;
        private final Comparator<? super T> order;
        private final PriorityQueue<T> kept;

        /** @param most the number of elements that are kept, at least 1 */
        public First(int most, Comparator<? super T> order) {
            this.most = most;
            this.order = order;
            this.kept = new PriorityQueue<>(order.reversed());
        }

        /**
         * Adds an element.
         *
         * @return whether one more is kept
         */
        public boolean add(T element) {
            if (kept.size() < most) {
                kept.add(element);
                return true;
            }
            if (order.compare(element, kept.element()) < 0) {
                kept.remove();
                kept.add(element);
            }
            return false;
        }

        /** Takes out all elements, sorted. */
        public List<T> sorted() {
            List<T> sorted = new ArrayList<>(kept.size());
            while (!kept.isEmpty()) {
                sorted.add(kept.remove());
            }
            Collections.reverse(sorted);
            return sorted;
        }
    }
}
