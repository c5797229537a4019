// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.search.Found;
import org.onrecord.site.guide.SearchPage.Offer;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.page.Days.Interval;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.StatementLine;

/**
 * The statements by speaker, subject, place of speaking and day that a search text may ask for.
 *
 * @param parts the statements and the graph
 * @param words the texts of the user interface
 */
record Offers(PageSections parts, PageTexts words) {
    /** Statements that are shown of the first offer. */
    private static final int MAX_LINES = 10;

    private static final int MAX_OFFERS = 5;

    /**
     * The narrowings on each of the days, and without days, that have statements; only if none with a speaker and a subject
     * has, the first of these without statements, or that of just a day.
     *
     * @param found what has the words of the search text: such statements are shown, else those with most of its words
     * @param whole whether the names and days are all of the text: else what has its words is more to the point, unless
     *     there is a speaker or a place
     */
    List<Offer> of(NamedParts named, List<Interval> days, Found found, boolean whole) {
        List<Narrowing> narrowings = Narrowing.of(named);
        Ranking ranking = Ranking.of(found);
        List<Offer> offers = new ArrayList<>();
        for (Narrowing narrowing : narrowings) {
            boolean shown = whole
                    || narrowing.speaker().isPresent()
                    || narrowing.place().isPresent();
            for (Interval day : days) {
                offers.add(offer(narrowing, Optional.of(day), ranking, shown));
            }
        }
        narrowings.stream()
                .filter(narrowing -> !narrowing.isEmpty())
                .forEach(narrowing -> offers.add(offer(
                        narrowing,
                        Optional.empty(),
                        ranking,
                        whole
                                || narrowing.speaker().isPresent()
                                || narrowing.place().isPresent())));
        Narrowing narrowest = narrowings.get(0);
        boolean exact = narrowest.speaker().isPresent() && named.certain() && none(narrowings)
                || narrowest.isEmpty() && whole && !days.isEmpty();
        return Stream.concat(
                        offers.stream().limit(exact ? 1 : 0),
                        offers.stream()
                                .skip(exact ? 1 : 0)
                                .filter(offer -> offer.table().count() > 0))
                .limit(MAX_OFFERS)
                .toList();
    }

    /** Whether no narrowing by speaker, and something else if there is such, has statements. */
    private boolean none(List<Narrowing> narrowings) {
        boolean more = narrowings.get(0).isExact();
        return narrowings.stream()
                .filter(narrowing -> narrowing.speaker().isPresent() && narrowing.isExact() == more)
                .allMatch(narrowing -> parts.tables()
                        .rows(new Filter(narrowing.values(voices(narrowing))))
                        .isEmpty());
    }

    private Offer offer(Narrowing narrowing, Optional<Interval> days, Ranking ranking, boolean shown) {
        List<String> voices = voices(narrowing);
        Map<String, List<String>> values = new LinkedHashMap<>(narrowing.values(voices));
        days.ifPresent(interval -> {
            values.put("from", List.of(interval.from().toString()));
            values.put("to", List.of(interval.until().toString()));
        });
        Filter filter = new Filter(values);
        List<StatementLine> rows = parts.tables().rows(filter);
        String label = Stream.concat(
                        narrowing.labels(words, voices.size() > 1),
                        days.stream().map(this::label))
                .collect(Collectors.joining(" "));
        return new Offer(
                words.get("search.offer", label),
                new Block.Table(filter.href(), rows.size()),
                ranking.lines(rows, shown ? MAX_LINES : 0));
    }

    private String label(Interval days) {
        String from = words.day(days.from().toString());
        return days.from().equals(days.until())
                ? words.get("search.offer.day", from)
                : words.get("search.offer.days", from, words.day(days.until().toString()));
    }

    /** The speaker and those who speak for it. */
    private List<String> voices(Narrowing narrowing) {
        return narrowing.speaker().stream()
                .map(who -> parts.reading().base().thing(who.slug()))
                .flatMap(iri -> parts.tables().voices(parts.reading().ref(GraphReader.node(iri))).stream())
                .toList();
    }
}
