// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.onrecord.search.Spelling;

/**
 * Orders by the number of words of a search text that something has.
 *
 * @param stems the stems of these words
 */
record Ranking(Set<String> stems) {
    Ranking(List<String> words) {
        this(Set.copyOf(Spelling.stems(String.join(" ", words))));
    }

    /** The first of a list, those with most words first. */
    <T> List<T> first(List<T> all, int most, Function<T, String> text) {
        return all.stream()
                .sorted(Comparator.comparingInt(one -> -shared(text.apply(one))))
                .limit(most)
                .toList();
    }

    private int shared(String text) {
        Set<String> words = new HashSet<>(Spelling.stems(text));
        words.retainAll(stems);
        return words.size();
    }
}
