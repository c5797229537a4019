// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.onrecord.engine.Store.Counts;

/**
 * The counts of a store, from which the rows of patterns are estimated. Immutable.
 *
 * @param counts the counts of each predicate
 * @param subjects the number of different subjects
 * @param objects the number of different objects
 */
record Statistics(Map<Integer, Counts> counts, long subjects, long objects) {
    private static final Counts NONE = new Counts(1, 1, 1, 1);

    Statistics {
        counts = Map.copyOf(counts);
    }

    /** The statistics of a store without triples. */
    static final Statistics EMPTY = new Statistics(Map.of(), 0, 0);

    /**
     * The statistics of a changed store.
     *
     * @param predicates the predicates whose triples changed
     */
    Statistics edited(Store store, int... predicates) {
        Map<Integer, Counts> edited = new HashMap<>(counts);
        int[] runs = new int[store.terms() + 1];
        for (int predicate : predicates) {
            if (has(store.pos(), predicate)) {
                edited.put(predicate, counts(store.pos(), predicate, runs));
            } else {
                edited.remove(predicate);
            }
        }
        return new Statistics(edited, different(store, store.spo()), different(store, store.osp()));
    }

    private static boolean has(Permutation rows, int first) {
        return rows.end(first) > rows.start(first);
    }

    private static long different(Store store, Permutation rows) {
        return IntStream.rangeClosed(1, store.terms())
                .filter(id -> has(rows, id))
                .count();
    }

    /** @param runs zero for each term, before and after */
    private static Counts counts(Permutation pos, int predicate, int[] runs) {
        int start = pos.start(predicate);
        int end = pos.end(predicate);
        long subjects = 0;
        long objects = 0;
        double bySubject = 0;
        double byObject = 0;
        int run = 0;
        for (int row = start; row < end; row++) {
            int count = ++runs[pos.third(row)];
            run = row > start && pos.second(row) == pos.second(row - 1) ? run + 1 : 1;
            subjects += count == 1 ? 1 : 0;
            objects += run == 1 ? 1 : 0;
            // The sum of squares grows by the difference of two squares.
            bySubject += 2.0 * count - 1;
            byObject += 2.0 * run - 1;
        }
        for (int row = start; row < end; row++) {
            runs[pos.third(row)] = 0;
        }
        return new Counts(subjects, objects, bySubject / (end - start), byObject / (end - start));
    }

    /** The counts of a predicate. */
    Counts of(int predicate) {
        return counts.getOrDefault(predicate, NONE);
    }
}
