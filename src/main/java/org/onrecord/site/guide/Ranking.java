// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onrecord.search.Found;
import org.onrecord.search.Hit;
import org.onrecord.search.Spelling;
import org.onrecord.site.thing.StatementLine;

/**
 * Orders by the number of words of a search text that something has.
 *
 * @param stems the stems of these words
 * @param whole the IRIs of what has all of them
 */
public record Ranking(Set<String> stems, Set<String> whole) {
    /** Statements of a list that are read for their words. */
    private static final int MAX_RANKED = 1000;

    /** The order of the list. */
    public static final Ranking NONE = new Ranking(Set.of(), Set.of());

    /** The ranking by the words of a result. */
    public static Ranking of(Found found) {
        return new Ranking(
                Set.copyOf(Spelling.stems(String.join(" ", found.words()))),
                found.least() < found.words().size()
                        ? Set.of()
                        : found.hits().stream().map(Hit::iri).collect(Collectors.toUnmodifiableSet()));
    }

    /** The ranking without some words. */
    public Ranking without(String text) {
        Set<String> others = new HashSet<>(stems);
        others.removeAll(Spelling.stems(text));
        return new Ranking(others, whole);
    }

    /** The first statements: those that have all words; if none has, those with most of them among the first of the list. */
    public List<StatementLine> lines(List<StatementLine> all, int most) {
        if (most == 0) {
            return List.of();
        }
        List<StatementLine> fit =
                all.stream().filter(line -> whole.contains(line.self().iri())).toList();
        return fit.isEmpty()
                ? first(all.subList(0, Math.min(all.size(), MAX_RANKED)), most, StatementLine::content)
                : fit.stream().limit(most).toList();
    }

    /** The first of a list, those with most words first; in the order of the list where they have as many. */
    public <T> List<T> first(List<T> all, int most, Function<T, String> text) {
        return all.stream()
                .map(one -> Map.entry(one, shared(text.apply(one))))
                .sorted(Map.Entry.<T, Integer>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private int shared(String text) {
        Set<String> words = new HashSet<>(Spelling.stems(text));
        words.retainAll(stems);
        return words.size();
    }
}
