// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * The words of an index. A word that it has, itself or one of its family, is not replaced by another; one that it does not
 * have may be the beginning or a misspelling of one that it has.
 *
 * @param reader the index; a word that only deleted documents have does not count
 */
record Vocabulary(IndexReader reader) {
    private static final int MIN_PREFIX_OF_NAME = 3;
    private static final int MIN_PREFIX = 4;
    private static final int NAME_OF_ONE_EDIT = 5;
    private static final int WORD_OF_ONE_EDIT = 6;
    private static final int NAME_OF_TWO_EDITS = 7;
    private static final int WORD_OF_TWO_EDITS = 9;

    private static final List<String> FIELDS =
            List.of(WordQuery.NAME, WordQuery.TEXT, WordQuery.STEM, WordQuery.RELATED, WordQuery.RELATED_STEM);

    /** Whether the index has the word or one of its family. */
    boolean has(Word word) {
        return Stream.concat(Stream.of(word.stem()), word.spellings().stream())
                .anyMatch(term -> FIELDS.stream().anyMatch(field -> has(field, term)));
    }

    private boolean has(String field, String term) {
        return !words(field, Automata.makeString(term)).isEmpty();
    }

    /**
     * The words that an unknown one may be the beginning of, else a misspelling of: spelling to word. Words are compared
     * letter by letter; more differences are allowed in names.
     */
    Map<String, String> near(Word word) {
        String typed = word.text();
        Automaton longer = Operations.concatenate(Automata.makeString(typed), Automata.makeAnyString());
        Map<String, String> found = near(
                typed.length() >= MIN_PREFIX_OF_NAME ? longer : Automata.makeEmpty(),
                typed.length() >= MIN_PREFIX ? longer : Automata.makeEmpty());
        for (int edits = 1; found.isEmpty() && edits <= edits(typed, NAME_OF_ONE_EDIT, NAME_OF_TWO_EDITS); edits++) {
            Automaton like = misspelt(typed, edits);
            found = near(
                    like, edits <= edits(typed, WORD_OF_ONE_EDIT, WORD_OF_TWO_EDITS) ? like : Automata.makeEmpty());
        }
        return found;
    }

    /** What differs in so many letters; with more than one difference, the first letter is the same. */
    private static Automaton misspelt(String typed, int edits) {
        int same = edits > 1 ? typed.offsetByCodePoints(0, 1) : 0;
        return new LevenshteinAutomata(typed.substring(same), true).toAutomaton(edits, typed.substring(0, same));
    }

    private Map<String, String> near(Automaton likeName, Automaton likeText) {
        Map<String, String> found = new TreeMap<>();
        words(EntryDocument.WORD_OF_NAME, likeName).forEach(name -> found.put(spelling(name), name));
        words(EntryDocument.WORD_OF_TEXT, likeText).forEach(text -> found.putIfAbsent(spelling(text), text));
        return found;
    }

    private static String spelling(String word) {
        return Spelling.words(word).stream()
                .map(one -> Collections.min(one.spellings()))
                .findFirst()
                .orElse(word);
    }

    /** The words of a field that an automaton accepts. */
    private SortedSet<String> words(String field, Automaton accepted) {
        CompiledAutomaton compiled =
                new CompiledAutomaton(Operations.determinize(accepted, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
        SortedSet<String> words = new TreeSet<>();
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(field);
                if (terms != null) {
                    TermsEnum found = compiled.getTermsEnum(terms);
                    for (BytesRef word = found.next(); word != null; word = found.next()) {
                        if (isLive(found, leaf.reader().getLiveDocs())) {
                            words.add(word.utf8ToString());
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the search index", e);
        }
        return words;
    }

    private static boolean isLive(TermsEnum term, Bits live) throws IOException {
        if (live == null) {
            return true;
        }
        PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
        for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
            if (live.get(at)) {
                return true;
            }
        }
        return false;
    }

    /** The maximum edit distance: 1 or 2 from so many letters, 0 with digits. */
    private static int edits(String word, int one, int two) {
        if (word.length() < one || word.codePoints().anyMatch(Character::isDigit)) {
            return 0;
        }
        return word.length() < two ? 1 : 2;
    }
}
