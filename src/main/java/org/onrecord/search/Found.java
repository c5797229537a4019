// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.util.List;

/**
 * The result of a search.
 *
 * @param text the search text, with synonyms replaced
 * @param hits best first
 * @param words the words of the search text, in lower case
 * @param shortened whether other words of it were ignored, such as "who" and "the"
 * @param missing the words that nothing has and that are like no other; the hits are found without them
 * @param replaced the words that nothing has, and what was searched for instead: synonyms first
 * @param least the number of the searched words that every hit has, itself or in names of what it is about; 0 without hits
 */
public record Found(
        String text,
        List<Hit> hits,
        List<String> words,
        boolean shortened,
        List<String> missing,
        List<Replaced> replaced,
        int least) {
    public Found {
        hits = List.copyOf(hits);
        words = List.copyOf(words);
        missing = List.copyOf(missing);
        replaced = List.copyOf(replaced);
    }

    /** The same without what it tells of some words. */
    public Found without(List<String> known) {
        return new Found(
                text,
                hits,
                words,
                shortened,
                missing.stream().filter(word -> !known.contains(word)).toList(),
                replaced.stream().filter(word -> !known.contains(word.word())).toList(),
                least);
    }

    /** What was replaced in the text by synonyms. */
    public List<Replaced> synonyms() {
        return replaced.stream().filter(word -> !words.contains(word.word())).toList();
    }

    /** What was replaced because it may be the beginning or a misspelling of other words. */
    public List<Replaced> misspelt() {
        return replaced.stream().filter(word -> words.contains(word.word())).toList();
    }

    /** The words that were searched for, as they were typed. */
    public List<String> searched() {
        return words.stream().filter(word -> !missing.contains(word)).toList();
    }

    /**
     * A word that nothing has.
     *
     * @param word the word, in lower case
     * @param by words that it may be the beginning or a misspelling of
     */
    public record Replaced(String word, List<String> by) {
        public Replaced {
            by = List.copyOf(by);
        }
    }
}
