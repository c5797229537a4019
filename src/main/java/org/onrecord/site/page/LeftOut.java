// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.query.BindResult.Candidate;
import org.onrecord.site.guide.AnswerPreview;
import org.onrecord.site.guide.SearchPage.Answered;
import org.onrecord.site.guide.SearchPage.Offer;
import org.onrecord.site.guide.SearchPage.Row;
import org.onrecord.site.page.Days.Interval;
import org.onrecord.site.page.NamedParts.Part;

/**
 * The names, days and negations of a search text that what is shown first does not use.
 *
 * @param preview the rows of answers
 * @param named the names
 * @param days the days
 */
record LeftOut(AnswerPreview preview, NamedParts named, List<Interval> days) {
    private static final Pattern NEGATION = Pattern.compile("(?i)\\b(?:not|never|nobody|\\p{L}+n['\u2019]t)\\b");
    private static final Pattern DENIED = Pattern.compile("(?i)\\b(?:denied|opposite|not|never|nobody)\\b");

    /**
     * What is left out, as it stands in the text. A name is not if most rows have to do with it.
     *
     * @param answer the answer, which is shown first if there is one
     * @param offers the offers, of which the first is shown otherwise
     */
    List<String> of(String query, Optional<Answered> answer, List<Offer> offers) {
        if (answer.isEmpty() && offers.isEmpty()) {
            return List.of();
        }
        Set<String> used = answer.map(
                        rows -> rows.page().values().values().stream().flatMap(List::stream))
                .orElseGet(() -> Narrowing.widest(named).stream()
                        .flatMap(narrowing -> narrowing.things().map(Candidate::slug)))
                .collect(Collectors.toSet());
        boolean dated = answer.isEmpty()
                || days.stream()
                        .flatMap(day -> Stream.of(day.from(), day.until()).flatMap(Optional::stream))
                        .anyMatch(day -> used.contains(day.toString()));
        List<Set<String>> rows = answer.map(Answered::rows).orElseGet(() -> rows(offers)).stream()
                .map(preview::things)
                .toList();
        return Stream.of(
                        named.all().stream()
                                .filter(part -> !part.isTopic() && !isUsed(part, used, rows))
                                .map(Part::words),
                        dated ? Stream.<String>empty() : days.stream().map(Interval::words),
                        negations(query, answer))
                .flatMap(words -> words)
                .distinct()
                .toList();
    }

    private static List<Row> rows(List<Offer> offers) {
        return offers.stream()
                .limit(1)
                .flatMap(offer -> offer.lines().stream())
                .map(line -> new Row(List.of(), List.of(), Optional.of(line)))
                .toList();
    }

    private static boolean isUsed(Part part, Set<String> used, List<Set<String>> rows) {
        Set<String> meant = part.meanings().stream()
                .flatMap(thing -> Stream.of(thing.slug(), thing.label()))
                .collect(Collectors.toSet());
        long about =
                rows.stream().filter(row -> !Collections.disjoint(row, meant)).count();
        return !Collections.disjoint(used, meant) || 2 * about > rows.size();
    }

    /** The negations of a text, unless a question about what is denied answers it. */
    private static Stream<String> negations(String query, Optional<Answered> answer) {
        return answer.filter(rows -> DENIED.matcher(
                                        rows.page().question().about().title()
                                                + rows.page().values())
                                .find())
                        .isPresent()
                ? Stream.empty()
                : NEGATION.matcher(query).results().map(MatchResult::group);
    }
}
