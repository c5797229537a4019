// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.Collections;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Keys with sorted values, counted, so that a value stays until it was removed as often as it was added. Not modified any more
 * when threads share it.
 */
final class SlugTable {
    private final NavigableMap<String, NavigableMap<String, Integer>> counts;

    /** The keys whose values are not shared with another table. */
    private final Set<String> own = new HashSet<>();

    /** Creates an empty table. */
    SlugTable() {
        this.counts = new TreeMap<>();
    }

    /** Creates a copy. It shares the values of a key for so long as they are the same. */
    SlugTable(SlugTable other) {
        this.counts = new TreeMap<>((SortedMap<String, NavigableMap<String, Integer>>) other.counts);
    }

    /** Adds a value, or removes it by a negative number of times. */
    void add(String key, String value, int times) {
        NavigableMap<String, Integer> values = counts.getOrDefault(key, Collections.emptyNavigableMap());
        if (own.add(key)) {
            values = new TreeMap<>((SortedMap<String, Integer>) values);
            counts.put(key, values);
        }
        int count = values.getOrDefault(value, 0) + times;
        if (count == 0) {
            values.remove(value);
        } else {
            values.put(value, count);
        }
        if (values.isEmpty()) {
            counts.remove(key);
            own.remove(key);
        }
    }

    /** The values of a key. */
    SortedSet<String> get(String key) {
        return counts.getOrDefault(key, Collections.emptyNavigableMap()).navigableKeySet();
    }

    /** The keys. */
    NavigableSet<String> keys() {
        return Collections.unmodifiableNavigableSet(counts.navigableKeySet());
    }
}
