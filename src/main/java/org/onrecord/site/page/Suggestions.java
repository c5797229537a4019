// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.query.Answer;
import org.onrecord.query.Exclusions;
import org.onrecord.query.Names;
import org.onrecord.query.PhraseIndex;
import org.onrecord.search.Days;
import org.onrecord.search.Days.Interval;
import org.onrecord.search.Found;
import org.onrecord.search.Spelling;
import org.onrecord.site.guide.QuestionPage.Choice;
import org.onrecord.site.guide.Ranking;
import org.onrecord.site.guide.SearchPage.Answered;
import org.onrecord.site.guide.SearchPage.Asked;
import org.onrecord.site.guide.SearchPage.Named;
import org.onrecord.site.guide.SearchPage.Offer;
import org.onrecord.site.kind.PageSections;
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
     * @param typed the text as it was typed, and what it excludes
     * @param read what is read of it: only a quotation, or another word for one that nothing has
     * @param found what has its words
     * @param execute runs the query of the best question, unless the text is just a name or excludes something; without it, no
     *     question is answered
     */
    Asked of(Exclusions typed, String read, Found found, Optional<Function<Query, Answer>> execute) {
        List<Interval> days = new Days(parts.register().days()).in(read);
        Optional<String> quotation = quotation(typed.rest(), found);
        NamedParts named = NamedParts.in(quotation.isPresent() ? "" : without(read, days), names);
        List<Filled> asked = questions.find(read, found, named, days);
        LeftOut left = new LeftOut(questions.preview(), named, days);
        List<Optional<Answered>> answers = execute.filter(run -> named.one().isEmpty() && typed.isEmpty()).stream()
                .flatMap(run -> answers(asked, one -> questions.answer(one, found, named, run), left))
                .toList();
        Optional<Answered> answer = answers.stream()
                .flatMap(Optional::stream)
                .filter(left::usesNames)
                .findFirst();
        boolean whole = answer.isEmpty() && isWhole(found.words(), named, days, answers);
        List<Offer> offers = new Offers(parts, names, words, typed)
                .of(named, days, found, whole).stream()
                        .filter(offer -> answer.isEmpty() || offer.table().count() > 0)
                        .map(offer -> answer.isPresent() ? offer.link() : offer)
                        .toList();
        return new Asked(
                things(named),
                offers,
                answer,
                Stream.concat(pages(read, found.words()), choices(asked, answers, answer))
                        .limit(MAX_QUESTIONS)
                        .toList(),
                Stream.concat(typed.unused().stream(), left.of(read, found, answer, offers).stream())
                        .toList(),
                left.understood(found, asked.stream().map(Filled::question).toList(), answer),
                quotation.filter(words -> !isQuoted(words, found)));
    }

    /** The quotation that was looked for instead of the whole text: two quotation marks are missing at least. */
    private static Optional<String> quotation(String typed, Found found) {
        return Optional.of(found.text())
                .filter(text -> typed.contains(text) && typed.strip().length() > text.length() + 1);
    }

    /** Whether a statement with all words of a quotation quotes them, one after the other. */
    private boolean isQuoted(String quotation, Found found) {
        String wanted = inOrder(quotation);
        return Ranking.of(found).whole().stream()
                .flatMap(iri -> parts.register().line(iri).stream())
                .flatMap(line -> line.matter().quotes().stream())
                .anyMatch(quote -> inOrder(quote).contains(wanted));
    }

    private static String inOrder(String text) {
        return " " + String.join(" ", Spelling.normalized(text)) + " ";
    }

    /** The answer of the first question; and of the next, if the first cannot take what is named and leaves that out. */
    private static Stream<Optional<Answered>> answers(
            List<Filled> asked, Function<Filled, Optional<Answered>> answering, LeftOut left) {
        List<Optional<Answered>> first = asked.stream().limit(1).map(answering).toList();
        boolean next = left.hasNames()
                && asked.stream().limit(1).noneMatch(Filled::hasThing)
                && first.stream().flatMap(Optional::stream).noneMatch(left::usesNames);
        return Stream.concat(
                first.stream(), asked.stream().skip(1).limit(next ? 1 : 0).map(answering));
    }

    /**
     * Links to the questions that are not answered: without values if these gave no answer.
     *
     * @param answers of the first questions
     */
    private static Stream<Choice> choices(
            List<Filled> all, List<Optional<Answered>> answers, Optional<Answered> answer) {
        return IntStream.range(0, all.size())
                .filter(at -> at >= answers.size()
                        || answer.isEmpty()
                        || !answers.get(at).equals(answer))
                .mapToObj(at -> at < answers.size() && answers.get(at).isEmpty()
                        ? Choice.of(all.get(at).question(), Map.of())
                        : all.get(at).choice());
    }

    private List<Named> things(NamedParts named) {
        return named.all().stream()
                .flatMap(part -> named(part, named))
                .distinct()
                .toList();
    }

    /** Whether all words are those of names, days and questions with an answer. */
    private static boolean isWhole(
            List<String> content, NamedParts named, List<Interval> days, List<Optional<Answered>> answers) {
        String understood = Stream.of(
                        named.all().stream().filter(Part::isKnown).map(Part::words),
                        days.stream().map(Interval::words),
                        answers.stream()
                                .flatMap(Optional::stream)
                                .flatMap(rows -> rows.page().question().about().phrases()))
                .flatMap(phrases -> phrases)
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
