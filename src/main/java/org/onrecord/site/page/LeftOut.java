// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.query.BindResult.Candidate;
import org.onrecord.query.Question;
import org.onrecord.search.Days.Interval;
import org.onrecord.search.Found;
import org.onrecord.search.Spelling;
import org.onrecord.site.guide.AnswerPreview;
import org.onrecord.site.guide.Ranking;
import org.onrecord.site.guide.SearchPage.Answered;
import org.onrecord.site.guide.SearchPage.Offer;
import org.onrecord.site.guide.SearchPage.Row;
import org.onrecord.site.page.NamedParts.Part;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * The words of a search text that what is shown first does not use.
 *
 * @param preview the rows of answers
 * @param named the names
 * @param days the days
 */
record LeftOut(AnswerPreview preview, NamedParts named, List<Interval> days) {
    /** So many names are alternatives: a row has to do with one of them. */
    private static final int MANY_NAMES = 3;

    private static final List<Demand> DEMANDS = List.of(
            Demand.of(
                    "\\b(?:(?:did|does|do|has|have|had|was|were|is|are) )?(?:not|never|nobody)\\b|\\b\\p{L}+n['\u2019]t\\b",
                    "\\b(?:denied|opposite|not|never|nobody)\\b"),
            Demand.of("\\bden(?:y|ies|ied)\\b", "\\b(?:denie[ds]|opposite|contradict\\p{L}*)\\b"),
            Demand.of(
                    "\\bhow (?:many(?! (?:statement|time|article)s)|much|long)\\b",
                    "\\b(?:how many|number|count(?:s|ed)?|most|times)\\b"),
            Demand.of(
                    "^\\s*when\\b(?!.*\\b(?:sa(?:y|id)|state[ds]?|spoken?|speak|talk(?:ed)?|mention(?:ed)?)\\b)",
                    "\\b(?:when|dates?|days?)\\b"));

    /**
     * Words that ask for more than what has the other words.
     *
     * @param words the words of a search text
     * @param met the words of a question that answers it
     */
    private record Demand(Pattern words, Pattern met) {
        static Demand of(String words, String met) {
            return new Demand(
                    Pattern.compile(words, Pattern.CASE_INSENSITIVE), Pattern.compile(met, Pattern.CASE_INSENSITIVE));
        }
    }

    /**
     * Names, days and what else a text demands that are left out, as they stand in the text. A name is not if most rows have to
     * do with it; one of many names, if one row has.
     *
     * @param found what has the words of the text; those that nothing has are not told here
     * @param answer the answer, which is shown first if there is one; it {@link #usesNames}
     * @param offers the offers, of which the first is shown otherwise
     */
    List<String> of(String query, Found found, Optional<Answered> answer, List<Offer> offers) {
        if (answer.isEmpty() && offers.isEmpty()) {
            return named.all().stream()
                    .filter(part -> !part.isKnown())
                    .map(Part::words)
                    .toList();
        }
        return Stream.of(
                        answer.isPresent() ? Stream.<String>empty() : names(narrowed(), rows(offers)),
                        answer.filter(rows -> !isDated(rows)).stream()
                                .flatMap(rows -> days.stream().map(Interval::words)),
                        demands(query, answer),
                        answer.isPresent() ? Stream.<String>empty() : words(found, offers))
                .flatMap(words -> words)
                .filter(word -> !found.missing().contains(word.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
    }

    /** The words that no statement shown first has, unless one was found by all words. */
    private Stream<String> words(Found found, List<Offer> offers) {
        List<StatementLine> lines = offers.stream()
                .map(Offer::lines)
                .filter(shown -> !shown.isEmpty())
                .findFirst()
                .orElse(List.of());
        Set<String> whole = Ranking.of(found).whole();
        if (lines.isEmpty()
                || lines.stream().anyMatch(line -> whole.contains(line.self().iri()))) {
            return Stream.empty();
        }
        List<String> misspelt =
                found.misspelt().stream().map(Found.Replaced::word).toList();
        List<String> had = Spelling.stems(Stream.of(
                        named.all().stream().map(Part::words),
                        days.stream().map(Interval::words),
                        lines.stream().flatMap(LeftOut::texts))
                .flatMap(texts -> texts)
                .collect(Collectors.joining(" ")));
        return found.searched().stream()
                .filter(word -> !NamedParts.tellsSpeaker(word)
                        && !misspelt.contains(word)
                        && !had.containsAll(Spelling.stems(word)));
    }

    /** What a statement is shown with. */
    private static Stream<String> texts(StatementLine line) {
        return Stream.of(
                        Stream.of(line.content()),
                        line.matter().quotes().stream(),
                        line.when().occasion().stream().map(Ref::label))
                .flatMap(texts -> texts);
    }

    /** The things by which the first offer is narrowed. */
    private Set<String> narrowed() {
        return Narrowing.widest(named).stream()
                .flatMap(narrowing -> Stream.concat(
                        narrowing.things(), named.joined().stream().flatMap(part -> part.actor().stream())))
                .map(Candidate::slug)
                .collect(Collectors.toSet());
    }

    private boolean isDated(Answered answer) {
        Set<String> values = values(answer);
        return days.stream()
                .flatMap(day -> Stream.of(day.from(), day.until()).flatMap(Optional::stream))
                .anyMatch(day -> values.contains(day.toString()));
    }

    /** Whether the text has names that an answer may leave out. */
    boolean hasNames() {
        return named.all().stream().anyMatch(Part::isProper);
    }

    /** Whether an answer leaves out no name. */
    boolean usesNames(Answered answer) {
        return names(values(answer), answer.rows()).findAny().isEmpty();
    }

    private static Set<String> values(Answered answer) {
        return answer.page().values().values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /** The proper names that are not used. */
    private Stream<String> names(Set<String> used, List<Row> rows) {
        List<Set<String>> things = rows.stream().map(preview::things).toList();
        List<Set<String>> speakers = rows.stream().map(preview::speakers).toList();
        List<Part> names = named.all().stream().filter(Part::isProper).toList();
        return names.stream()
                .filter(part -> !isUsed(part, used, named.speaks(part) ? speakers : things, names.size() >= MANY_NAMES))
                .map(Part::words);
    }

    private static List<Row> rows(List<Offer> offers) {
        return offers.stream()
                .limit(1)
                .flatMap(offer -> offer.lines().stream())
                .map(line -> new Row(List.of(), List.of(), Optional.of(line)))
                .toList();
    }

    /**
     * Whether a name is among values or most rows have to do with it.
     *
     * @param once whether one row is enough
     */
    private static boolean isUsed(Part part, Set<String> used, List<Set<String>> rows, boolean once) {
        Set<String> meant = part.meanings().stream()
                .flatMap(thing -> Stream.of(thing.slug(), thing.label()))
                .collect(Collectors.toSet());
        long about =
                rows.stream().filter(row -> !Collections.disjoint(row, meant)).count();
        return !Collections.disjoint(used, meant) || (once ? about > 0 : 2 * about > rows.size());
    }

    /** The words that ask for more, unless the question answers them. */
    private static Stream<String> demands(String query, Optional<Answered> answer) {
        String answered = answer.map(rows ->
                        rows.page().question().about().title() + rows.page().values())
                .orElse("");
        return DEMANDS.stream()
                .filter(demand -> !demand.met().matcher(answered).find())
                .flatMap(demand -> demand.words().matcher(query).results())
                .sorted(Comparator.comparing(MatchResult::start))
                .map(word -> word.group().strip());
    }

    /**
     * The words that days and questions use.
     *
     * @param asked the questions that are found by their words
     * @param answer the answer, whose values it uses
     */
    List<String> understood(Found found, List<Question> asked, Optional<Answered> answer) {
        String understood = Stream.of(
                        days.stream().map(Interval::words),
                        asked.stream().map(Question::about).flatMap(Question.About::phrases),
                        answer.stream().flatMap(rows -> values(rows).stream()))
                .flatMap(words -> words)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return found.words().stream().filter(understood::contains).toList();
    }
}
