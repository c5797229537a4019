// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.query.Exclusions;
import org.onrecord.query.Names;
import org.onrecord.search.Days.Interval;
import org.onrecord.search.Found;
import org.onrecord.search.Spelling;
import org.onrecord.site.guide.Ranking;
import org.onrecord.site.guide.SearchPage.Offer;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.StatementLine;

/**
 * The statements by speaker, subject, place of speaking and day that a search text may ask for.
 *
 * @param parts the statements and the graph
 * @param names the names of things
 * @param words the texts of the user interface
 * @param exclusions whom and what the text excludes
 */
record Offers(PageSections parts, Names names, PageTexts words, Exclusions exclusions) {
    /** Statements that are shown of the first offer. */
    private static final int MAX_LINES = 10;

    private static final int MAX_OFFERS = 5;

    /**
     * Statements that a text may ask for.
     *
     * @param narrowing what they are narrowed by
     * @param days the days; empty for any
     * @param filter the filter of their table
     * @param rows the statements
     */
    private record Option(Narrowing narrowing, Optional<Interval> days, Filter filter, List<StatementLine> rows) {}

    /**
     * The narrowings on each of the days, and without days, that have statements. If none has that uses as much of the text
     * as can be used, the first of these comes first, without statements, and after it those with a subject whose name has
     * more words, "Lachin corridor" for "Lachin", and those in which a name has another role.
     *
     * @param found what has the words of the search text: such statements are shown, else those with most of its words
     * @param whole whether the names and days are all of the text: else what has its words is more to the point, unless
     *     there is a speaker, a place or a day
     */
    List<Offer> of(NamedParts named, List<Interval> days, Found found, boolean whole) {
        List<Option> options = Narrowing.of(named).stream()
                .flatMap(narrowing -> options(narrowing, days))
                .toList();
        List<Narrowing> widest = Narrowing.widest(named);
        int most = widest.get(0).size();
        List<Option> exact = options.stream()
                .filter(option ->
                        widest.contains(option.narrowing()) && option.days().isPresent() == !days.isEmpty())
                .toList();
        boolean told =
                named.speaker().isPresent() && (named.certain() || most > 1) || !days.isEmpty() && (whole || most > 0);
        boolean nothing =
                told && exact.stream().allMatch(option -> option.rows().isEmpty());
        List<Option> first = exact.stream().limit(nothing ? 1 : 0).toList();
        List<Narrowing> roles = nothing ? Narrowing.otherRoles(named) : List.of();
        List<Option> offered = Stream.concat(first.stream(), others(first, roles, options, days))
                .limit(MAX_OFFERS)
                .toList();
        Ranking ranked = Ranking.of(found);
        return IntStream.range(0, offered.size())
                .mapToObj(at -> {
                    Option option = offered.get(at);
                    boolean shown = at == (nothing ? 1 : 0)
                            || option.narrowing().size() == most
                                    && option.narrowing().isJoined(named);
                    Ranking ranking = whole && option.narrowing().usesAll(named) ? Ranking.NONE : ranked;
                    return offer(option, ranking, shown && isShown(option, whole));
                })
                .toList();
    }

    /** What has statements: with longer names than the first, which has none, with other roles, and the narrowings. */
    private Stream<Option> others(
            List<Option> first, List<Narrowing> roles, List<Option> options, List<Interval> days) {
        List<Narrowing> instead = Stream.concat(
                        first.stream().flatMap(option -> longerNames(option.narrowing())), roles.stream())
                .distinct()
                .toList();
        return Stream.concat(
                        instead.stream().flatMap(narrowing -> options(narrowing, days)),
                        options.stream().filter(option -> !instead.contains(option.narrowing())))
                .filter(option -> !option.rows().isEmpty());
    }

    private Stream<Option> options(Narrowing narrowing, List<Interval> days) {
        return Stream.concat(
                        days.stream().map(Optional::of),
                        narrowing.size() == 0 && exclusions.isEmpty()
                                ? Stream.empty()
                                : Stream.of(Optional.<Interval>empty()))
                .map(interval -> {
                    Map<String, List<String>> values = new LinkedHashMap<>(narrowing.values(voices(narrowing)));
                    exclusions.speaker().ifPresent(who -> values.put("notSpeaker", List.of(who.slug())));
                    exclusions.subject().ifPresent(what -> values.put("notAbout", List.of(what.slug())));
                    interval.flatMap(Interval::from).ifPresent(day -> values.put("from", List.of(day.toString())));
                    interval.flatMap(Interval::until).ifPresent(day -> values.put("to", List.of(day.toString())));
                    Filter filter = new Filter(values);
                    return new Option(
                            narrowing, interval, filter, parts.tables().rows(filter));
                });
    }

    /** A narrowing with another subject, whose name has all words of the name of the first, and more. */
    private Stream<Narrowing> longerNames(Narrowing narrowing) {
        return narrowing.subjects().stream()
                .limit(1)
                .flatMap(subject -> names.similar(subject.label(), false).stream()
                        .filter(other -> !other.slug().equals(subject.slug())
                                && Spelling.stems(other.label()).containsAll(Spelling.stems(subject.label()))))
                .map(other -> new Narrowing(
                        narrowing.speaker(),
                        Stream.concat(
                                        Stream.of(other),
                                        narrowing.subjects().stream().skip(1))
                                .toList(),
                        narrowing.place()));
    }

    private boolean isShown(Option option, boolean whole) {
        Narrowing narrowing = option.narrowing();
        return whole
                || !exclusions.isEmpty()
                || narrowing.size() > 1
                || narrowing.speaker().isPresent()
                || narrowing.place().isPresent()
                || option.days().isPresent();
    }

    private Offer offer(Option option, Ranking ranking, boolean shown) {
        boolean side = voices(option.narrowing()).size() > 1;
        String label = Stream.of(
                        option.narrowing().labels(words, side),
                        exclusions.speaker().stream().map(who -> words.get("search.offer.not-by", who.label())),
                        exclusions.subject().stream().map(what -> words.get("search.offer.not-about", what.label())),
                        option.days().stream().map(this::label))
                .flatMap(labels -> labels)
                .collect(Collectors.joining(" "));
        return new Offer(
                words.get("search.offer", label),
                new Block.Table(option.filter().href(), option.rows().size()),
                ranking.lines(option.rows(), shown ? MAX_LINES : 0),
                parts.tables().undated(option.filter()));
    }

    private String label(Interval days) {
        Optional<String> from = days.from().map(day -> words.day(day.toString()));
        Optional<String> until = days.until().map(day -> words.day(day.toString()));
        if (from.isPresent() && until.isPresent()) {
            return from.equals(until)
                    ? words.get("search.offer.day", from.get())
                    : words.get("search.offer.days", from.get(), until.get());
        }
        return from.map(day -> words.get("search.offer.since", day))
                .or(() -> until.map(day -> words.get("search.offer.until", day)))
                .orElse("");
    }

    /** The speaker and those who speak for it. */
    private List<String> voices(Narrowing narrowing) {
        return narrowing.speaker().stream()
                .map(who -> parts.reading().base().thing(who.slug()))
                .flatMap(iri -> parts.tables().voices(parts.reading().ref(GraphReader.node(iri))).stream())
                .toList();
    }
}
