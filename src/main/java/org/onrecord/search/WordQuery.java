// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The words that a reader asked for, as a query. Each word counts once, by the best way in which an entry has it: the
 * weights are those ways in their order.
 */
final class WordQuery {
    static final String NAME = "name";
    static final String WHOLE = "whole";
    static final String TEXT = "text";
    static final String BESIDE = "beside";

    private static final int MOST_WORDS = 8;
    private static final int LONGEST_WORD = 40;

    /** WordQuery of questions, which find nothing by themselves; left out unless nothing else is asked. */
    private static final Set<String> FILLERS = Spelling.words(
                    "a about an and by did do does for from has have in is of on"
                            + " or over said say says stated that the they to was what when where which who whom why with")
            .stream()
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final List<Set<String>> words;
    private final Vocabulary known;

    private WordQuery(List<Set<String>> words, Vocabulary known) {
        this.words = words;
        this.known = known;
    }

    /** The words of what a reader typed: at most 8, longer ones than 40 letters left out. */
    static WordQuery of(String typed, Vocabulary known) {
        List<Set<String>> all = Spelling.words(typed).stream()
                .filter(word -> word.stream().allMatch(spelling -> spelling.length() <= LONGEST_WORD))
                .limit(MOST_WORDS)
                .toList();
        List<Set<String>> telling = all.stream()
                .filter(word -> word.stream().noneMatch(FILLERS::contains))
                .toList();
        return new WordQuery(telling.isEmpty() ? all : telling, known);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Ways to ask, each for the case that those before it find nothing: for what has every word as it is typed, for what
     * has every word or one near it, for what has at least one.
     */
    List<Query> ways() {
        return List.of(
                joined(Occur.MUST, WordQuery::asTyped),
                joined(Occur.MUST, this::near),
                joined(Occur.SHOULD, this::near));
    }

    /** The spellings of a text as a whole, its words with single blanks. */
    static Set<String> wholes(List<Set<String>> words) {
        return IntStream.range(0, 2)
                .mapToObj(which -> words.stream()
                        .map(word -> word.stream().sorted().toList().get(Math.min(which, word.size() - 1)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toSet());
    }

    private Query joined(Occur occur, Function<String, List<Query>> ways) {
        BooleanQuery.Builder found = new BooleanQuery.Builder();
        words.forEach(word -> found.add(best(word.stream().flatMap(spelling -> ways.apply(spelling).stream())), occur));
        return new BooleanQuery.Builder()
                .add(found.build(), Occur.MUST)
                .add(best(wholes(words).stream().map(whole -> weighted(exactly(WHOLE, whole), 10))), Occur.SHOULD)
                .build();
    }

    private static List<Query> asTyped(String word) {
        List<Query> ways = new ArrayList<>(List.of(
                weighted(exactly(NAME, word), 8),
                weighted(exactly(TEXT, word), 4),
                weighted(exactly(BESIDE, word), 2.5f)));
        if (word.length() >= 2) {
            ways.add(weighted(new PrefixQuery(new Term(NAME, word)), 6));
        }
        if (word.length() >= 4) {
            ways.add(weighted(new PrefixQuery(new Term(TEXT, word)), 3));
        }
        return ways;
    }

    private List<Query> near(String word) {
        List<Query> ways = asTyped(word);
        for (int edits = 1; edits <= edits(word); edits++) {
            List<BytesRef> others =
                    known.near(word, edits).stream().map(BytesRef::new).toList();
            ways.add(weighted(new TermInSetQuery(NAME, others), 2.5f - edits / 2f));
            ways.add(weighted(new TermInSetQuery(TEXT, others), 1.5f - edits / 2f));
        }
        return ways;
    }

    /** How many letters may be wrong, missing, too many or exchanged: figures none, short words one, others two. */
    private static int edits(String word) {
        if (word.length() < 4 || word.codePoints().anyMatch(Character::isDigit)) {
            return 0;
        }
        return word.length() < 7 ? 1 : 2;
    }

    private static Query exactly(String field, String word) {
        return new TermQuery(new Term(field, word));
    }

    private static Query weighted(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    private static Query best(Stream<Query> queries) {
        return new DisjunctionMaxQuery(queries.toList(), 0);
    }
}
