// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses among the places that pointers may mean. Compiling and writing of sheets use it alike.
 *
 * @param text the text
 */
public record Finder(CodedText text) {
    /** The places of words within stretches; within the whole text if there are none. */
    public List<Stretch> within(String pointer, List<Stretch> outer) {
        return text.find(pointer).stream()
                .filter(place -> outer.isEmpty() || outer.stream().anyMatch(stretch -> stretch.contains(place)))
                .toList();
    }

    /**
     * The places of words that belong to a statement, best first: in its paragraph, else in a neighbouring one, else
     * anywhere; outside of its own words before inside.
     *
     * @param content the words of the statement
     * @return places of one rank; several are ambiguous
     */
    List<Stretch> near(String pointer, List<Stretch> content) {
        List<Stretch> best = ranked(text.find(pointer), content, Function.identity());
        return outside(best, content, List::of);
    }

    /** Words that name a speaker and the reporting verb. */
    private record Pair(Stretch by, Stretch said) {
        int distance() {
            return by.distance(said);
        }
    }

    /**
     * The places of speaker and verb: the pair nearest to each other if both are given, else each alone.
     *
     * @param by words of the speaker; empty if there are none
     * @param said words of the verb; empty if there are none
     */
    public Found speakerAndCue(String by, String said, List<Stretch> content) {
        if (!by.isEmpty() && !said.isEmpty()) {
            List<Pair> pairs = pairs(by, said, content);
            if (pairs.size() == 1) {
                return new Found(
                        List.of(pairs.get(0).by()), List.of(pairs.get(0).said()));
            }
        }
        return new Found(
                by.isEmpty() ? List.of() : near(by, content), said.isEmpty() ? List.of() : near(said, content));
    }

    /** The places of date words: the nearest to other words, first in their paragraph, where there are several. */
    public List<Stretch> dated(String pointer, List<Stretch> words) {
        List<Stretch> places = text.find(pointer);
        if (places.size() < 2 || words.isEmpty()) {
            return places;
        }
        Stretch first = words.get(0);
        return places.stream()
                .min(Comparator.comparing((Stretch place) -> text.paragraph(place) != text.paragraph(first))
                        .thenComparing(place -> place.distance(first)))
                .stream()
                .toList();
    }

    /** The places of speaker and verb. */
    public record Found(List<Stretch> by, List<Stretch> said) {
        public Found {
            by = List.copyOf(by);
            said = List.copyOf(said);
        }
    }

    /** The pairs of speaker and verb nearest to each other, of the best rank; see {@link #near}. */
    private List<Pair> pairs(String by, String said, List<Stretch> content) {
        List<Pair> pairs = new ArrayList<>();
        List<Stretch> verbs = text.find(said);
        for (Stretch speaker : text.find(by)) {
            verbs.stream()
                    .filter(verb -> text.paragraph(verb) == text.paragraph(speaker) && !verb.overlaps(speaker))
                    .forEach(verb -> pairs.add(new Pair(speaker, verb)));
        }
        List<Pair> best = outside(ranked(pairs, content, Pair::by), content, pair -> List.of(pair.by(), pair.said()));
        Optional<Integer> nearest = best.stream().map(Pair::distance).min(Comparator.naturalOrder());
        List<Pair> closest = best.stream()
                .filter(pair -> nearest.equals(Optional.of(pair.distance())))
                .toList();
        return closest.size() < 2 ? closest : nearestTo(content, closest);
    }

    /** Of pairs with equal distance those nearest to the statement's words. */
    private static List<Pair> nearestTo(List<Stretch> content, List<Pair> pairs) {
        Function<Pair, Integer> distance = pair -> content.stream()
                .mapToInt(stretch -> Math.min(stretch.distance(pair.by()), stretch.distance(pair.said())))
                .min()
                .orElse(0);
        int least = pairs.stream().map(distance).min(Comparator.naturalOrder()).orElse(0);
        return pairs.stream().filter(pair -> distance.apply(pair) == least).toList();
    }

    /** Those that do not overlap the words of the statement, if there are any. */
    private static <T> List<T> outside(List<T> places, List<Stretch> content, Function<T, List<Stretch>> parts) {
        List<T> outside = places.stream()
                .filter(place -> parts.apply(place).stream()
                        .allMatch(part -> content.stream().noneMatch(stretch -> stretch.overlaps(part))))
                .toList();
        return outside.isEmpty() ? places : outside;
    }

    private <T> List<T> ranked(List<T> places, List<Stretch> content, Function<T, Stretch> place) {
        List<Integer> own = content.stream().map(text::paragraph).distinct().toList();
        List<T> same = places.stream()
                .filter(each -> own.contains(text.paragraph(place.apply(each))))
                .toList();
        if (!same.isEmpty()) {
            return same;
        }
        List<T> next = places.stream()
                .filter(each -> own.stream().anyMatch(line -> Math.abs(line - text.paragraph(place.apply(each))) == 1))
                .toList();
        return next.isEmpty() ? places : next;
    }
}
