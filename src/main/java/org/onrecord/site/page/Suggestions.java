// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.query.BindResult.Candidate;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Names;
import org.onrecord.query.Question;
import org.onrecord.search.Spelling;
import org.onrecord.site.guide.QuestionPage;
import org.onrecord.site.guide.SearchPage.Asked;
import org.onrecord.site.guide.SearchPage.Named;
import org.onrecord.site.guide.SearchPage.Offer;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.page.Days.Interval;
import org.onrecord.site.page.NamedParts.Part;
import org.onrecord.site.thing.Block;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Rec;

/**
 * What a search text asks for: things, statements by speaker, subject and day, and questions of the catalogue.
 *
 * @param parts the statements and the graph
 * @param names the names of things
 * @param catalogue the questions
 * @param words the texts of the user interface
 */
record Suggestions(PageSections parts, Names names, Catalogue catalogue, PageTexts words) {
    /** Statements that are shown of the first offer. */
    private static final int MAX_LINES = 10;

    private static final int MAX_OFFERS = 5;

    private static final int MAX_QUESTIONS = 3;

    /** Speakers of an offer, which are all in its address. */
    private static final int MAX_VOICES = 20;

    /**
     * Reads a search text.
     *
     * @param content its words without stop words, in lower case
     */
    Asked of(String query, List<String> content) {
        List<Interval> days = new Days(parts.register().days()).in(query);
        String rest =
                days.isEmpty() ? query : query.replace(days.get(0).words(), " ").strip();
        NamedParts named = NamedParts.in(rest, names);
        List<Named> things = named.all().stream()
                .map(part -> named(part, named.speaker().filter(part::equals).isPresent()))
                .distinct()
                .toList();
        String understood = Stream.concat(
                        named.all().stream().map(Part::words), days.stream().map(Interval::words))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        boolean whole = content.stream().allMatch(understood::contains);
        return new Asked(things, offers(named, days, whole), questions(content));
    }

    private Named named(Part part, boolean speaker) {
        Candidate meant = (speaker ? part.actor() : part.thing().or(part::actor))
                .or(part::thing)
                .orElseThrow();
        return named(GraphReader.node(parts.reading().base().thing(meant.slug())), part.words(), meant.reason());
    }

    /** A thing that is named by some words, for a reason if they are not a name. */
    Named named(Node thing, String called, String reason) {
        Ref ref = parts.reading().ref(thing);
        String name =
                called.equalsIgnoreCase(ref.label()) || !reason.isEmpty() ? "" : words.get("search.called", called);
        String type = parts.reading().ref(thing, RDF.Nodes.type).map(Ref::label).orElse("");
        return new Named(
                ref,
                Stream.of(type, name, reason).filter(note -> !note.isEmpty()).collect(Collectors.joining(", ")));
    }

    /** The questions whose titles have at least half of the words, those with most of them first. */
    private List<QuestionPage.Choice> questions(List<String> content) {
        List<String> stems =
                content.stream().flatMap(word -> Spelling.stems(word).stream()).toList();
        ToLongFunction<Question> shared = question -> {
            Set<String> title = Set.copyOf(Spelling.stems(question.about().title()));
            return stems.stream().filter(title::contains).count();
        };
        return catalogue.questions().stream()
                .filter(question ->
                        shared.applyAsLong(question) > 0 && shared.applyAsLong(question) * 2 >= stems.size())
                .sorted(Comparator.comparingLong(shared).reversed())
                .limit(MAX_QUESTIONS)
                .map(question -> new QuestionPage.Choice(question.about().title(), "/queries/" + question.name()))
                .toList();
    }

    /** What to narrow by, the narrowest first; without days. */
    private List<Narrowing> narrowings(NamedParts named) {
        List<Candidate> subjects = named.subjects().stream()
                .flatMap(part -> part.thing().stream())
                .limit(2)
                .toList();
        List<Candidate> none = List.of();
        List<Narrowing> all = new ArrayList<>();
        Optional<Candidate> speaker = named.speaker().or(named::one).flatMap(Part::actor);
        if (named.one().isEmpty()) {
            speaker.ifPresent(who -> all.add(new Narrowing(Optional.of(who), subjects)));
            all.add(new Narrowing(Optional.empty(), subjects));
        }
        speaker.ifPresent(who -> all.add(new Narrowing(Optional.of(who), none)));
        subjects.forEach(subject -> all.add(new Narrowing(Optional.empty(), List.of(subject))));
        all.add(new Narrowing(Optional.empty(), none));
        return all.stream().distinct().toList();
    }

    /**
     * The narrowings on each of the days, and without days, that have statements; and the first, even without
     * statements, if the text says that a speaker speaks about a subject, or has just a day.
     *
     * @param whole whether the names and days are all of the text: else what has its words is more to the point, unless
     *     there is a speaker
     */
    private List<Offer> offers(NamedParts named, List<Interval> days, boolean whole) {
        List<Narrowing> narrowings = narrowings(named);
        Narrowing narrowest = narrowings.get(0);
        boolean exact = narrowest.isExact() && named.certain() || narrowest.isEmpty() && whole && !days.isEmpty();
        List<Offer> offers = new ArrayList<>();
        for (Narrowing narrowing : narrowings) {
            days.forEach(day -> offers.add(offer(narrowing, Optional.of(day), whole)));
        }
        narrowings.stream()
                .filter(narrowing -> !narrowing.isEmpty())
                .forEach(narrowing -> offers.add(offer(narrowing, Optional.empty(), whole)));
        return Stream.concat(
                        offers.stream().limit(exact ? 1 : 0),
                        offers.stream()
                                .skip(exact ? 1 : 0)
                                .filter(offer -> offer.table().count() > 0))
                .limit(MAX_OFFERS)
                .toList();
    }

    private Offer offer(Narrowing narrowing, Optional<Interval> days, boolean whole) {
        Map<String, List<String>> values = new LinkedHashMap<>(narrowing.values(this));
        days.ifPresent(interval -> {
            values.put("from", List.of(interval.from().toString()));
            values.put("to", List.of(interval.until().toString()));
        });
        Filter filter = new Filter(values);
        List<StatementLine> rows = parts.tables().rows(filter);
        String label = Stream.concat(narrowing.labels(this), days.stream().map(this::label))
                .collect(Collectors.joining(" "));
        return new Offer(
                words.get("search.offer", label),
                new Block.Table(filter.href(), rows.size()),
                rows.stream()
                        .limit(whole || narrowing.speaker().isPresent() ? MAX_LINES : 0)
                        .toList());
    }

    private String label(Interval days) {
        String from = words.day(days.from().toString());
        return days.from().equals(days.until())
                ? words.get("search.offer.day", from)
                : words.get("search.offer.days", from, words.day(days.until().toString()));
    }

    /** An actor and, of a state, those who belong to it and speak, if they are few. */
    private List<String> voices(Candidate actor) {
        Node node = GraphReader.node(parts.reading().base().thing(actor.slug()));
        Stream<String> side = parts.reading().subjects(Rec.SIDE, node).stream()
                .filter(other -> !parts.register().with(Rec.SPEAKER, other).isEmpty())
                .map(other -> parts.reading().ref(other).shortIri());
        List<String> all = Stream.concat(Stream.of(actor.slug()), side).toList();
        return all.size() > MAX_VOICES ? all.subList(0, 1) : all;
    }

    /**
     * A speaker and subjects.
     *
     * @param speaker the speaker, if any
     * @param subjects at most two
     */
    private record Narrowing(Optional<Candidate> speaker, List<Candidate> subjects) {
        /** Whether it has a speaker and subjects. */
        boolean isExact() {
            return speaker.isPresent() && !subjects.isEmpty();
        }

        boolean isEmpty() {
            return speaker.isEmpty() && subjects.isEmpty();
        }

        Map<String, List<String>> values(Suggestions suggestions) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            speaker.ifPresent(who -> values.put("speaker", suggestions.voices(who)));
            for (int i = 0; i < subjects.size(); i++) {
                values.put(
                        i == 0 ? "about" : "alsoAbout", List.of(subjects.get(i).slug()));
            }
            return values;
        }

        Stream<String> labels(Suggestions suggestions) {
            PageTexts words = suggestions.words();
            Stream<String> by = speaker.stream()
                    .map(who -> words.get(
                            suggestions.voices(who).size() > 1 ? "search.offer.side" : "search.offer.by", who.label()));
            Stream<String> about = Stream.concat(
                    subjects.stream().limit(1).map(what -> words.get("search.offer.about", what.label())),
                    subjects.stream().skip(1).map(what -> words.get("search.offer.and", what.label())));
            return Stream.concat(by, about);
        }
    }
}
