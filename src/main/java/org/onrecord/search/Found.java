// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.util.List;

/**
 * The result of a search.
 *
 * @param hits best first
 * @param words the words that were searched for, in lower case
 * @param shortened whether other words of the search text were ignored, such as "who" and "the"
 * @param least the number of these words that every hit has, itself or in names of what it is about; 0 without hits
 */
public record Found(List<Hit> hits, List<String> words, boolean shortened, int least) {
    public Found {
        hits = List.copyOf(hits);
        words = List.copyOf(words);
    }

    /** A result without hits. */
    public static Found none(List<String> words, boolean shortened) {
        return new Found(List.of(), words, shortened, 0);
    }
}
