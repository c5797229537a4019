// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One text of one thing, as the index keeps it.
 *
 * @param iri the thing
 * @param field which text
 * @param text the text as the graph has it
 * @param words its words, each in its spellings
 * @param related words that find it too, without standing in it: names of who states it and of what it is about
 * @param weight how often the graph names the thing
 */
record Entry(String iri, MatchedField field, String text, List<Set<String>> words, Set<String> related, long weight) {
    /** Of equally good hits: names first, the thing that is named more often, the shorter text. */
    static final Comparator<Entry> ORDER = Comparator.comparing(Entry::field)
            .thenComparing(Comparator.comparingLong(Entry::weight).reversed())
            .thenComparing(entry -> entry.words().size())
            .thenComparing(Entry::iri)
            .thenComparing(Entry::text);

    Entry {
        words = List.copyOf(words);
        related = Set.copyOf(related);
    }
}
