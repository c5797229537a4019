// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.onrecord.query.Answer;
import org.onrecord.query.BindResult.Candidate;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Parameter;
import org.onrecord.query.PhraseIndex;
import org.onrecord.query.Question;
import org.onrecord.query.Slots;
import org.onrecord.search.Days.Interval;
import org.onrecord.search.Found;
import org.onrecord.search.Hit;
import org.onrecord.search.Spelling;
import org.onrecord.site.guide.AnswerPreview;
import org.onrecord.site.guide.QuestionPage;
import org.onrecord.site.guide.Ranking;
import org.onrecord.site.guide.SearchPage.Answered;
import org.onrecord.site.page.NamedParts.Part;
import org.onrecord.site.thing.StatementIndex;

/** The questions of the catalogue that a search text asks, with the things, days and numbers that it names as values. */
final class FoundQuestions {
    /** Things of a text that are tried as values. */
    private static final int MAX_THINGS = 3;

    /** Ways to fill a question that are tried. */
    private static final int MAX_TRIES = 8;

    private static final Pattern NUMBER = Pattern.compile("\\b[0-9]{1,4}\\b");

    private final AnswerPreview preview;
    private final GuidePages guides;
    private final PhraseIndex<Question> index;

    FoundQuestions(StatementIndex register, GuidePages guides, Catalogue catalogue) {
        this.preview = new AnswerPreview(register);
        this.guides = guides;
        this.index = new PhraseIndex<>(
                catalogue.questions().stream().map(PhraseIndex::entry).toList());
    }

    /**
     * A question with values.
     *
     * @param question the question
     * @param ways the values that the text may give, the likeliest first; not empty
     * @param isNamed whether the text names the values, and not only has words of theirs
     */
    record Filled(Question question, List<Map<String, List<String>>> ways, boolean isNamed) {
        /** The likeliest values. */
        Map<String, List<String>> values() {
            return ways.get(0);
        }

        /** Whether it can be asked. */
        boolean complete() {
            return isComplete(values());
        }

        private boolean isComplete(Map<String, List<String>> values) {
            return question.parameters().stream()
                    .allMatch(parameter -> parameter.optional() || values.containsKey(parameter.name()));
        }

        /** Whether it has a value that is a thing. */
        boolean hasThing() {
            return question.parameters().stream()
                    .anyMatch(parameter -> parameter.isThing() && values().containsKey(parameter.name()));
        }

        /** Whether it has a value that is a thing and cannot be asked without. */
        boolean needsThing() {
            return question.parameters().stream()
                    .anyMatch(parameter ->
                            parameter.isThing() && !parameter.optional() && values().containsKey(parameter.name()));
        }

        /** The link to it, with values that are named. */
        QuestionPage.Choice choice() {
            return QuestionPage.Choice.of(question, complete() && isNamed ? values() : Map.of());
        }
    }

    /**
     * The questions, the best first.
     *
     * @param hits what has the words of the text
     */
    List<Filled> find(String query, Found hits, NamedParts named, List<Interval> days) {
        List<String> content = hits.words();
        Set<String> names = Stream.concat(
                        named.all().stream().filter(part -> !part.isTopic()).map(Part::words),
                        days.stream().map(Interval::words))
                .flatMap(words -> Stream.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")))
                .collect(Collectors.toSet());
        List<String> free =
                content.stream().filter(word -> !names.contains(word)).toList();
        boolean isNamed = hits.searched().stream().allMatch(names::contains);
        String text = query + " " + String.join(" ", kinds(named));
        List<PhraseIndex.Hit<Question>> found = index.find(text, free);
        return (found.isEmpty() ? index.find(text, content) : found)
                .stream()
                        .map(hit -> scored(
                                hit,
                                fill(hit.thing(), query, named, days),
                                isNamed ? Optional.empty() : Optional.of(hits),
                                names))
                        .sorted(Comparator.comparingDouble(hit -> -hit.score()))
                        .map(PhraseIndex.Hit::thing)
                        .toList();
    }

    /**
     * A filled question; one that takes what the text names is better, but not for what only its words suggest.
     *
     * @param hits what has the words of the text; empty if all of these are of names
     */
    private PhraseIndex.Hit<Filled> scored(
            PhraseIndex.Hit<Question> hit, Filled filled, Optional<Found> hits, Set<String> names) {
        Filled complete = hits.filter(found -> !filled.complete())
                .map(found -> new Filled(filled.question(), List.of(called(filled, found, names)), false))
                .orElse(filled);
        double fit = complete.complete() ? 0.5 + (filled.hasThing() ? 1 : 0) + (filled.needsThing() ? 1 : 0) : 0;
        return new PhraseIndex.Hit<>(complete, hit.score() + fit);
    }

    /**
     * Things with the words of the text for the parameters that have no value: with all that are neither of names nor of the
     * question.
     */
    private Map<String, List<String>> called(Filled filled, Found hits, Set<String> names) {
        Map<String, List<String>> values = new LinkedHashMap<>(filled.values());
        Slots slots = new Slots(filled.question());
        Set<String> others = new HashSet<>(Spelling.stems(
                hits.searched().stream().filter(word -> !names.contains(word)).collect(Collectors.joining(" "))));
        others.removeAll(index.words(filled.question()));
        filled.question().parameters().stream()
                .filter(parameter -> parameter.isThing() && !parameter.optional())
                .forEach(parameter -> hits.hits().stream()
                        .filter(hit -> hits.least() * 2 > hits.searched().size()
                                && slots.kinds(parameter).contains(hit.kind())
                                && Spelling.stems(hit.label() + " " + hit.matched())
                                        .containsAll(others))
                        .findFirst()
                        .ifPresent(hit -> values.putIfAbsent(parameter.name(), List.of(slug(hit)))));
        return values;
    }

    /** What was found, as {@code kind/slug}. */
    private static String slug(Hit hit) {
        return hit.iri().replaceFirst("^.*/(?=[^/]+/[^/]+$)", "");
    }

    /** The kinds of the things that are named; {@code metonym} for the name of a thing that stands for an actor. */
    private static Set<String> kinds(NamedParts named) {
        return named.all().stream()
                .flatMap(part -> Stream.concat(
                        part.meanings().stream().map(Candidate::kind),
                        named.one().isPresent() && part.meanings().size() > 1 ? Stream.of("metonym") : Stream.empty()))
                .collect(Collectors.toSet());
    }

    private static Filled fill(Question question, String query, NamedParts named, List<Interval> days) {
        Slots slots = new Slots(question);
        Map<String, List<String>> fixed = new LinkedHashMap<>();
        for (Parameter parameter : question.parameters()) {
            Optional<String> value = switch (parameter.type()) {
                case DATE ->
                    days.stream()
                            .findFirst()
                            .flatMap(day -> parameter.name().equals("to") ? day.until() : day.from())
                            .map(Object::toString);
                case INTEGER ->
                    NUMBER.matcher(query)
                            .results()
                            .map(MatchResult::group)
                            .findFirst()
                            .or(() -> slots.examples(parameter).findFirst());
                case TEXT -> word(query, slots.examples(parameter));
                default -> Optional.empty();
            };
            value.ifPresent(given -> fixed.put(parameter.name(), List.of(given)));
        }
        return new Filled(
                question,
                slots.ways(query, things(named)).stream()
                        .map(way -> with(question, fixed, way))
                        .toList(),
                true);
    }

    /** The one of some words of which the text has the family; empty if it has those of several. */
    private static Optional<String> word(String query, Stream<String> values) {
        List<String> stems = Spelling.stems(query);
        List<String> given = values.distinct()
                .filter(value -> stems.containsAll(Spelling.stems(value)))
                .toList();
        return given.size() == 1 ? Optional.of(given.get(0)) : Optional.empty();
    }

    /** All values, in the order of the parameters. */
    private static Map<String, List<String>> with(
            Question question, Map<String, List<String>> fixed, Map<String, String> things) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Parameter parameter : question.parameters()) {
            Stream.concat(
                            Stream.ofNullable(fixed.get(parameter.name())),
                            Stream.ofNullable(things.get(parameter.name())).map(List::of))
                    .forEach(value -> all.put(parameter.name(), value));
        }
        return all;
    }

    /** The first things that the text names, the speaker first. */
    private static List<Slots.Named> things(NamedParts named) {
        Predicate<Part> speaks = part -> named.speaker().filter(part::equals).isPresent();
        return named.all().stream()
                .filter(Part::isKnown)
                .sorted(Comparator.comparing(part -> !speaks.test(part)))
                .limit(MAX_THINGS)
                .map(part -> new Slots.Named(part.meanings(), speaks.test(part)))
                .toList();
    }

    /**
     * The first rows of a question with the likeliest values that give any. Empty if none do, unless the question was asked
     * without values and says why there are none; and if it cannot be asked here.
     */
    Optional<Answered> answer(Filled filled, Found found, NamedParts named, Function<Query, Answer> execute) {
        if (filled.question().about().service()) {
            return Optional.empty();
        }
        return filled.ways().stream()
                .filter(filled::isComplete)
                .limit(MAX_TRIES)
                .map(values -> guides.reply(filled.question(), values, execute))
                .filter(page -> page.table()
                        .filter(table -> table.total() > 0 || isExplained(page))
                        .isPresent())
                .findFirst()
                .map(page ->
                        preview.of(page, guides.nothing(page), Ranking.of(found).without(used(page, found, named))));
    }

    /** Makes the first rows of answers. */
    AnswerPreview preview() {
        return preview;
    }

    private static boolean isExplained(QuestionPage page) {
        return page.values().isEmpty()
                && !page.question().about().help().empty().isEmpty();
    }

    /** The title of a question, the phrases that led to it and the names of its values: words that all its rows fit. */
    private static String used(QuestionPage page, Found found, NamedParts named) {
        List<String> stems = Spelling.stems(found.text());
        Set<String> values =
                page.values().values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return Stream.of(
                        Stream.of(page.question().about().title()),
                        page.question().about().help().words().stream()
                                .filter(phrase -> stems.containsAll(Spelling.stems(phrase))),
                        found.hits().stream()
                                .filter(hit -> values.contains(slug(hit)))
                                .map(Hit::label),
                        named.all().stream()
                                .filter(part ->
                                        part.meanings().stream().anyMatch(meant -> values.contains(meant.slug())))
                                .map(Part::words))
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }
}
