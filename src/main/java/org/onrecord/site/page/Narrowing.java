// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.query.BindResult.Candidate;
import org.onrecord.site.page.NamedParts.Part;
import org.onrecord.vocabulary.Kind;

/**
 * A speaker, subjects and the place of speaking, by which statements are narrowed.
 *
 * @param speaker the speaker, if any
 * @param subjects at most two
 * @param place the event at which, or place in which, something was said, if any
 */
record Narrowing(Optional<Candidate> speaker, List<Candidate> subjects, Optional<Candidate> place) {
    private static final int MAX_SUBJECTS = 2;

    /** What a text may be narrowed by, the narrowest first. A name that is a metonym has both its meanings. */
    static List<Narrowing> of(NamedParts named) {
        Optional<Candidate> speaker = named.speaker().or(named::one).flatMap(Part::actor);
        Optional<Candidate> place = named.place().or(named::one).flatMap(Part::thing);
        List<Part> others = named.subjects().stream()
                .filter(part -> named.place().filter(part::equals).isEmpty())
                .toList();
        List<Narrowing> all = new ArrayList<>();
        if (named.place().isPresent()) {
            meanings(others).forEach(subjects -> all.add(new Narrowing(speaker, subjects, place)));
        }
        if (named.one().isEmpty()) {
            meanings(named.subjects()).forEach(subjects -> all.add(new Narrowing(speaker, subjects, Optional.empty())));
            all.addAll(saidThere(named, speaker));
            meanings(named.subjects())
                    .forEach(subjects -> all.add(new Narrowing(Optional.empty(), subjects, Optional.empty())));
        }
        all.add(new Narrowing(speaker, List.of(), Optional.empty()));
        named.subjects().stream()
                .flatMap(part -> part.meanings().stream())
                .forEach(subject -> all.add(new Narrowing(Optional.empty(), List.of(subject), Optional.empty())));
        all.add(new Narrowing(Optional.empty(), List.of(), place));
        all.add(new Narrowing(Optional.empty(), List.of(), Optional.empty()));
        return all.stream()
                .flatMap(narrowing -> Stream.concat(Stream.of(narrowing), narrowing.joined(named)))
                .distinct()
                .toList();
    }

    /** The same by those who are joined to the speaker. */
    private Stream<Narrowing> joined(NamedParts named) {
        return speaker.isEmpty()
                ? Stream.empty()
                : named.joined().stream().map(part -> new Narrowing(part.actor(), subjects, place));
    }

    /** Whether it narrows by everything that a text names. */
    boolean usesAll(NamedParts named) {
        return named.all().stream().allMatch(part -> things().anyMatch(part.meanings()::contains));
    }

    /** Whether it is by one who is joined to the speaker. */
    boolean isJoined(NamedParts named) {
        return speaker.isPresent()
                && named.joined().stream().anyMatch(part -> part.actor().equals(speaker));
    }

    /**
     * What else a text may be narrowed by: what is a subject may be the speaker if the text names none, and any place or
     * event may be where something was said.
     */
    static List<Narrowing> otherRoles(NamedParts named) {
        Stream<Narrowing> spoken = named.speaker().isPresent()
                ? Stream.empty()
                : named.subjects().stream()
                        .filter(part -> part.actor().isPresent())
                        .flatMap(part -> meanings(without(named.subjects(), part)).stream()
                                .map(subjects -> new Narrowing(part.actor(), subjects, Optional.empty())));
        Stream<Narrowing> said = named.all().stream()
                .filter(Part::isPlaceOrEvent)
                .map(part -> new Narrowing(Optional.empty(), List.of(), part.thing()));
        return Stream.concat(spoken, said).toList();
    }

    private static List<Part> without(List<Part> parts, Part one) {
        return parts.stream().filter(part -> !part.equals(one)).toList();
    }

    /** The narrowings by a place or event that is named without a preposition: it may be where something was said. */
    private static List<Narrowing> saidThere(NamedParts named, Optional<Candidate> speaker) {
        return named.subjects().stream()
                .filter(Part::isPlaceOrEvent)
                .flatMap(part -> meanings(without(named.subjects(), part)).stream()
                        .map(subjects -> new Narrowing(speaker, subjects, part.thing())))
                .toList();
    }

    /** The combinations of the meanings of the first parts. */
    private static List<List<Candidate>> meanings(List<Part> parts) {
        List<List<Candidate>> all = List.of(List.of());
        for (Part part : parts.stream().limit(MAX_SUBJECTS).toList()) {
            all = all.stream()
                    .flatMap(before -> part.meanings().stream()
                            .map(meant -> Stream.concat(before.stream(), Stream.of(meant))
                                    .toList()))
                    .toList();
        }
        return all;
    }

    /** Those that use most of what a text names, by the same speaker and, after "in" or "at", in the same place. */
    static List<Narrowing> widest(NamedParts named) {
        List<Narrowing> all = of(named);
        int most = all.stream().mapToInt(Narrowing::size).max().orElse(0);
        List<Narrowing> widest =
                all.stream().filter(narrowing -> narrowing.size() == most).toList();
        return widest.stream()
                .filter(narrowing -> narrowing.speaker().equals(widest.get(0).speaker())
                        && (named.place().isEmpty()
                                || narrowing.place().equals(widest.get(0).place())))
                .toList();
    }

    /** The number of things by which it narrows. */
    int size() {
        return (int) things().count();
    }

    /** The things by which it narrows. */
    Stream<Candidate> things() {
        return Stream.of(speaker.stream(), subjects.stream(), place.stream()).flatMap(part -> part);
    }

    /**
     * The parameters of the table of statements.
     *
     * @param voices the speaker and those who speak for it
     */
    Map<String, List<String>> values(List<String> voices) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (!voices.isEmpty()) {
            values.put("speaker", voices);
        }
        for (int i = 0; i < subjects.size(); i++) {
            values.put(i == 0 ? "about" : "alsoAbout", List.of(subjects.get(i).slug()));
        }
        place.ifPresent(where -> values.put("at", List.of(where.slug())));
        return values;
    }

    /**
     * What it narrows by, in words.
     *
     * @param side whether the speaker has others who speak for it
     */
    Stream<String> labels(PageTexts words, boolean side) {
        return Stream.of(
                        speaker.stream()
                                .map(who -> words.get(side ? "search.offer.side" : "search.offer.by", who.label())),
                        place.stream()
                                .map(where -> words.get(
                                        Kind.PLACES.contains(where.kind()) ? "search.offer.in" : "search.offer.at",
                                        where.label())),
                        subjects.stream().limit(1).map(what -> words.get("search.offer.about", what.label())),
                        subjects.stream().skip(1).map(what -> words.get("search.offer.and", what.label())))
                .flatMap(part -> part);
    }
}
