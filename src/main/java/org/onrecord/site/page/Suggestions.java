// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.query.Answer;
import org.onrecord.query.BindResult.Candidate;
import org.onrecord.query.Names;
import org.onrecord.query.PhraseIndex;
import org.onrecord.search.Found;
import org.onrecord.site.guide.QuestionPage.Choice;
import org.onrecord.site.guide.SearchPage.Answered;
import org.onrecord.site.guide.SearchPage.Asked;
import org.onrecord.site.guide.SearchPage.Named;
import org.onrecord.site.guide.SearchPage.Offer;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.page.Days.Interval;
import org.onrecord.site.page.FoundQuestions.Filled;
import org.onrecord.site.page.NamedParts.Part;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;

/**
 * What a search text asks for: things, statements by speaker, subject and day, questions of the catalogue and pages.
 *
 * @param parts the statements and the graph
 * @param names the names of things
 * @param questions the questions
 * @param words the texts of the user interface
 */
record Suggestions(PageSections parts, Names names, FoundQuestions questions, PageTexts words) {
    private static final int MAX_QUESTIONS = 3;

    /** Pages that are found by words, by their address without the slash. */
    private static final List<String> PAGES =
            List.of("about", "changes", "dataset", "map", "timeline", "network", "ontology");

    /**
     * Reads a search text.
     *
     * @param found what has its words
     * @param execute runs the query of the best question, unless the text is just a name; without it, no question is answered
     */
    Asked of(String query, Found found, Optional<Function<Query, Answer>> execute) {
        List<String> content = found.words();
        List<Interval> days = new Days(parts.register().days()).in(query);
        NamedParts named = NamedParts.in(without(query, days), names);
        boolean whole = isWhole(content, named, days);
        List<Filled> asked = questions.find(query, found, named, days);
        Optional<Function<Query, Answer>> asking =
                execute.filter(run -> named.one().isEmpty());
        Optional<Answered> answer = asking.flatMap(
                        run -> asked.stream().findFirst().flatMap(best -> questions.answer(best, found, named, run)))
                .filter(rows -> concerns(rows, named));
        Stream<Choice> first = asked.stream()
                .limit(answer.isPresent() ? 0 : 1)
                .map(best -> asking.isPresent() ? Choice.of(best.question(), Map.of()) : best.choice());
        Stream<Choice> others = Stream.of(
                        pages(query, content), first, asked.stream().skip(1).map(Filled::choice))
                .flatMap(links -> links);
        List<Offer> offers = new Offers(parts, names, words)
                .of(named, days, found, whole && answer.isEmpty()).stream()
                        .map(offer -> answer.isPresent() ? offer.link() : offer)
                        .toList();
        LeftOut left = new LeftOut(questions.preview(), named, days);
        return new Asked(
                things(named),
                offers,
                answer,
                others.limit(MAX_QUESTIONS).toList(),
                left.of(query, answer, offers),
                left.understood(found, asked.stream().map(Filled::question).toList()));
    }

    private List<Named> things(NamedParts named) {
        return named.all().stream()
                .flatMap(part -> named(part, named))
                .distinct()
                .toList();
    }

    /** Whether all words are those of names and days. */
    private static boolean isWhole(List<String> content, NamedParts named, List<Interval> days) {
        String understood = Stream.concat(
                        named.all().stream().map(Part::words), days.stream().map(Interval::words))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return content.stream().allMatch(understood::contains);
    }

    /** A text without the words for days. */
    private static String without(String query, List<Interval> days) {
        String rest = query;
        for (Interval interval : days) {
            rest = rest.replace(interval.words(), " ").strip();
        }
        return rest;
    }

    /** Whether an answer has to do with what the text names, if that names more than topics. */
    private boolean concerns(Answered answer, NamedParts named) {
        Set<String> things = named.all().stream()
                .filter(part -> !part.isTopic())
                .flatMap(part -> part.meanings().stream().map(Candidate::slug))
                .collect(Collectors.toSet());
        return things.isEmpty()
                || answer.page().values().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(things::contains)
                || answer.rows().stream()
                        .anyMatch(
                                row -> !Collections.disjoint(questions.preview().things(row), things));
    }

    /** The pages that the text asks for. */
    private Stream<Choice> pages(String query, List<String> content) {
        return new PhraseIndex<>(PAGES.stream()
                        .map(page -> PhraseIndex.entry(
                                new Choice(
                                        words.maybe(page + ".page").orElseGet(() -> words.get(page + ".title")),
                                        "/" + page),
                                List.of(words.get("search.page." + page).split(", *")),
                                ""))
                        .toList())
                .find(query, content).stream().map(PhraseIndex.Hit::thing);
    }

    /** What a part stands for: a speaker, else each thing. */
    private Stream<Named> named(Part part, NamedParts named) {
        boolean speaker = named.speaker().filter(part::equals).isPresent();
        return (speaker ? part.actor().stream() : part.meanings().stream())
                .map(meant -> named(
                        GraphReader.node(parts.reading().base().thing(meant.slug())), part.words(), meant.reason()));
    }

    /** A thing that is named by some words, for a reason if they are not a name. */
    Named named(Node thing, String called, String reason) {
        Ref ref = parts.reading().ref(thing);
        String name =
                called.equalsIgnoreCase(ref.label()) || !reason.isEmpty() ? "" : words.get("search.called", called);
        String type = parts.reading().ref(thing, RDF.Nodes.type).map(Ref::label).orElse("");
        return new Named(
                ref,
                Stream.of(type, name, reason).filter(note -> !note.isEmpty()).collect(Collectors.joining(", ")),
                parts.register().line(ref.iri()));
    }
}
