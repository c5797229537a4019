// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.search.Hit.MatchedField;

/**
 * A text of a thing to index.
 *
 * @param iri the thing
 * @param field the kind of text
 * @param text the text in the graph
 * @param words its words
 * @param related spellings of the words of the names of its speaker, reporter and subjects
 * @param stems stems of the words of its speech acts and of the article where it states its content
 * @param weight the number of triples with the thing as object; {@link #HIDDEN} for a hidden label, so that a thing with
 *     that name as its own comes first
 */
record Entry(
        String iri,
        MatchedField field,
        String text,
        List<Word> words,
        Set<String> related,
        Set<String> stems,
        long weight) {
    /** The weight of a hidden label. */
    static final long HIDDEN = -1;

    /** The words to index: with hyphenated words, these without hyphens too. */
    Stream<Word> indexed() {
        return Stream.concat(words.stream(), Spelling.compounds(text).stream());
    }

    Entry {
        words = List.copyOf(words);
        related = Set.copyOf(related);
        stems = Set.copyOf(stems);
    }
}
