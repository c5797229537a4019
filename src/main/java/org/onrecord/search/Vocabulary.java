// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.util.Collection;
import java.util.List;
import org.onrecord.vocabulary.EditDistance;

/**
 * The distinct words of an index. Immutable. Scanning about ten thousand words is faster than Lucene's fuzzy query,
 * which compiles automata.
 */
final class Vocabulary {
    private final List<String> words;

    Vocabulary(Collection<String> words) {
        this.words = words.stream().distinct().sorted().toList();
    }

    /** The words with exactly this edit distance. */
    List<String> atDistance(String word, int edits) {
        return words.stream()
                .filter(other -> EditDistance.between(word, other, edits) == edits)
                .toList();
    }
}
