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
import org.onrecord.vocabulary.EditDistance;

/** Builds Lucene queries from search words. Each word scores once, with the highest weight of its matches. */
final class WordQuery {
    static final String NAME = "name";
    static final String FULL_NAME = "fullName";
    static final String TEXT = "text";
    static final String STEM = "stem";
    static final String RELATED = "related";
    static final String RELATED_STEM = "relatedStem";

    private static final int MAX_WORDS = 8;
    private static final int MAX_WORD_LENGTH = 40;

    /** Stop words, ignored unless the query has no other words. */
    private static final Set<String> STOP_WORDS = Spelling.words(
                    "a about an and any are as at be been being by can could did do does find for from give had has have"
                            + " he her him his how i if in is it its last list many me much of on or over said say saying says"
                            + " she should show so speak speaks spoke stated statement statements talk talked talks tell tells that the their"
                            + " them there these they thing things this those to told us was we were what when where"
                            + " which who whom whose why will with would you your")
            .stream()
            .flatMap(word -> word.spellings().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final List<Word> words;
    private final boolean shortened;
    private final List<String> vocabulary;

    private WordQuery(List<Word> words, boolean shortened, List<String> vocabulary) {
        this.words = words;
        this.shortened = shortened;
        this.vocabulary = vocabulary;
    }

    /**
     * Parses a search text: at most 8 words that are not stop words, without words longer than 40 letters.
     *
     * @param vocabulary the distinct words of the index
     */
    static WordQuery of(String typed, List<String> vocabulary) {
        List<Word> all = Spelling.words(typed).stream()
                .filter(word -> word.spellings().stream().allMatch(spelling -> spelling.length() <= MAX_WORD_LENGTH))
                .toList();
        List<Word> significant = all.stream()
                .filter(word -> word.spellings().stream().noneMatch(STOP_WORDS::contains))
                .toList();
        boolean shortened = !significant.isEmpty() && significant.size() < all.size();
        return new WordQuery(
                (shortened ? significant : all).stream().limit(MAX_WORDS).toList(), shortened, vocabulary);
    }

    /** The words, as they were typed. */
    List<String> words() {
        return words.stream().map(Word::text).toList();
    }

    /** Whether words of the search text are ignored. */
    boolean isShortened() {
        return shortened;
    }

    /** Texts to try in order until some are found: those with all words, all but one, and so on. */
    Stream<Attempt> attempts() {
        Attempt exact = new Attempt(combine(words.size(), WordQuery::exact), words.size());
        return Stream.concat(
                Stream.of(exact),
                IntStream.range(0, words.size())
                        .map(left -> words.size() - left)
                        .mapToObj(least -> new Attempt(combine(least, this::fuzzy), least)));
    }

    /**
     * A query.
     *
     * @param query the query
     * @param least the number of words that a text must have
     */
    record Attempt(Query query, int least) {}

    /** The spellings of a full name, with single spaces. */
    static Set<String> fullNames(List<Word> words) {
        return IntStream.range(0, 2)
                .mapToObj(which -> words.stream()
                        .map(word -> word.spellings().stream().sorted().toList())
                        .map(spellings -> spellings.get(Math.min(which, spellings.size() - 1)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toSet());
    }

    private Query combine(int least, Function<String, List<Query>> ways) {
        BooleanQuery.Builder found = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        words.forEach(word -> found.add(
                max(Stream.concat(
                        word.spellings().stream().flatMap(spelling -> ways.apply(spelling).stream()),
                        family(word.stem()))),
                Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(found.build(), Occur.MUST)
                .add(max(fullNames(words).stream().map(whole -> weighted(term(FULL_NAME, whole), 10))), Occur.SHOULD)
                .build();
    }

    private static List<Query> exact(String word) {
        List<Query> ways = new ArrayList<>(List.of(
                weighted(term(NAME, word), 8), weighted(term(TEXT, word), 4), weighted(term(RELATED, word), 2.5f)));
        if (word.length() >= 2) {
            ways.add(weighted(new PrefixQuery(new Term(NAME, word)), 6));
        }
        if (word.length() >= 4) {
            ways.add(weighted(new PrefixQuery(new Term(TEXT, word)), 3));
        }
        return ways;
    }

    /** Words of the same family, in texts and in what is not printed. */
    private static Stream<Query> family(String stem) {
        return Stream.of(weighted(term(STEM, stem), 3.5f), weighted(term(RELATED_STEM, stem), 2));
    }

    private List<Query> fuzzy(String word) {
        List<Query> ways = exact(word);
        for (int edits = 1; edits <= edits(word); edits++) {
            List<BytesRef> others =
                    atDistance(word, edits, vocabulary).map(BytesRef::new).toList();
            ways.add(weighted(new TermInSetQuery(NAME, others), 2.5f - edits / 2f));
            ways.add(weighted(new TermInSetQuery(TEXT, others), 1.5f - edits / 2f));
        }
        return ways;
    }

    /**
     * The words with exactly this edit distance. Scanning about ten thousand words is faster than Lucene's fuzzy query,
     * which compiles automata.
     */
    static Stream<String> atDistance(String word, int edits, List<String> vocabulary) {
        return vocabulary.stream().filter(other -> EditDistance.between(word, other, edits) == edits);
    }

    /** The maximum edit distance: 0 with digits or fewer than 4 letters, 1 below 7 letters, else 2. */
    private static int edits(String word) {
        if (word.length() < 4 || word.codePoints().anyMatch(Character::isDigit)) {
            return 0;
        }
        return word.length() < 7 ? 1 : 2;
    }

    private static Query term(String field, String word) {
        return new TermQuery(new Term(field, word));
    }

    private static Query weighted(Query query, float weight) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }

    private static Query max(Stream<Query> queries) {
        return new DisjunctionMaxQuery(queries.toList(), 0);
    }
}
