// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

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
    private static final int MAX_REPLACEMENTS = 3;

    /** Stop words, ignored unless the query has no other words. */
    private static final Set<String> STOP_WORDS = Spelling.words(
                    "a about according an and any anybody anyone anything are as at be been being between but by can could did do does find first for from give had"
                            + " has have he her herself him himself his how i if in is it its last list make many me much never newest no nor not of on"
                            + " or over said say saying says she should show so speak such speaker speakers speaks spoke stated"
                            + " statement statements talk talked talks tell tells than that the their them then there these"
                            + " themselves they thing things this those to told us was we were what when where which who whom whose"
                            + " why will with would you your"
                            // Of questions in German and French.
                            + " das dass der hat sagt sagte gesagt über und von wer dit du et le les que qui sur")
            .stream()
            .flatMap(word -> word.spellings().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Synonyms.Reworded reworded;
    private final List<Word> words;
    private final boolean shortened;
    private final List<Word> known;

    /** What to search for instead of unknown words: spelling to word. */
    private final Map<Word, Map<String, String>> replaced;

    private WordQuery(Synonyms.Reworded reworded, List<Word> words, boolean shortened, Vocabulary vocabulary) {
        this.reworded = reworded;
        this.words = words;
        this.shortened = shortened;
        this.known = words.stream().filter(vocabulary::has).toList();
        this.replaced = new LinkedHashMap<>();
        words.stream().filter(word -> !vocabulary.has(word)).forEach(word -> {
            Map<String, String> near = vocabulary.near(word);
            if (!near.isEmpty()) {
                replaced.put(word, near);
            }
        });
    }

    /**
     * Parses a search text: at most 8 words that are not stop words, without words longer than 40 letters.
     *
     * @param reworded the text, with synonyms replaced
     * @param vocabulary the words of the index
     */
    static WordQuery of(Synonyms.Reworded reworded, Vocabulary vocabulary) {
        List<Word> all = Spelling.words(reworded.text()).stream()
                .filter(word -> word.spellings().stream().allMatch(spelling -> spelling.length() <= MAX_WORD_LENGTH))
                .distinct()
                .toList();
        List<Word> significant = all.stream()
                .filter(word -> word.spellings().stream().noneMatch(STOP_WORDS::contains))
                .toList();
        boolean shortened = !significant.isEmpty() && significant.size() < all.size();
        return new WordQuery(
                reworded,
                (shortened ? significant : all).stream().limit(MAX_WORDS).toList(),
                shortened,
                vocabulary);
    }

    /** The result with these hits. */
    Found found(List<Hit> hits, int least) {
        return new Found(
                reworded.text(),
                hits,
                words.stream().map(Word::text).toList(),
                shortened,
                words.stream()
                        .filter(word -> !known.contains(word) && !replaced.containsKey(word))
                        .map(Word::text)
                        .toList(),
                Stream.concat(
                                reworded.replaced().stream(),
                                replaced.entrySet().stream()
                                        .map(entry -> new Found.Replaced(
                                                entry.getKey().text(),
                                                entry.getValue().values().stream()
                                                        .distinct()
                                                        .limit(MAX_REPLACEMENTS)
                                                        .toList())))
                        .toList(),
                least);
    }

    /** Texts to try in order until some are found: those with all words that the index has, all but one, and so on. */
    Stream<Attempt> attempts() {
        int all = known.size() + replaced.size();
        return IntStream.range(0, all).map(left -> all - left).mapToObj(least -> new Attempt(combine(least), least));
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

    private Query combine(int least) {
        BooleanQuery.Builder found = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        known.forEach(word -> found.add(
                max(Stream.concat(word.spellings().stream().flatMap(WordQuery::exact), family(word.stem()))),
                Occur.SHOULD));
        replaced.values().forEach(near -> found.add(max(similar(near.keySet())), Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(found.build(), Occur.MUST)
                .add(max(fullNames(words).stream().map(whole -> weighted(term(FULL_NAME, whole), 10))), Occur.SHOULD)
                .build();
    }

    private static Stream<Query> exact(String word) {
        return Stream.of(
                weighted(term(NAME, word), 8), weighted(term(TEXT, word), 4), weighted(term(RELATED, word), 2.5f));
    }

    /** Words of the same family, in texts and in what is not printed. */
    private static Stream<Query> family(String stem) {
        return Stream.of(weighted(term(STEM, stem), 3.5f), weighted(term(RELATED_STEM, stem), 2));
    }

    /** Words that an unknown one may stand for. */
    private static Stream<Query> similar(Set<String> spellings) {
        List<BytesRef> others = spellings.stream().map(BytesRef::new).toList();
        return Stream.of(
                weighted(new TermInSetQuery(NAME, others), 2),
                weighted(new TermInSetQuery(TEXT, others), 1),
                weighted(new TermInSetQuery(RELATED, others), 0.5f));
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
