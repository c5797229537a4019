// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.query.BindResult.Candidate;
import org.onrecord.query.Names;
import org.onrecord.site.page.NamedParts.Part;

/**
 * Reads the names and offices in a text.
 *
 * @param text the text
 * @param words its words
 * @param names the names of things
 */
record NameReader(String text, List<MatchResult> words, Names names) {
    private static final int MAX_WORDS_OF_NAME = 6;

    /** An article, or another word that points back, and a common noun: "the group". */
    private static final Pattern POINTS_BACK = Pattern.compile("(?:[Tt]he|[Aa]n?|[Tt]his|[Ii]ts) \\p{Ll}\\S*");

    private static final Pattern GENITIVE = Pattern.compile("['\u2019]s$");

    private static final Pattern PEOPLE = Pattern.compile("\\s+" + NamedParts.SPEAKING + "$");

    /** Words before the name of an office that make it another one. */
    private static final Set<String> OTHER_OFFICE = Set.of("deputy", "vice", "former", "acting", "ex", "assistant");

    private static final Set<String> NOT_IN_TITLES = Set.of("and", "or", "the", "a", "an", "with", "to", "of");

    /** The longest names from left to right. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int first = at;
            Optional<Part> part = Stream.iterate(Math.min(words.size(), at + MAX_WORDS_OF_NAME), end -> end - 1)
                    .takeWhile(end -> end > first)
                    .flatMap(end -> officeOfOtherState(first, end).or(() -> part(first, end)).stream())
                    .findFirst();
            part.ifPresent(parts::add);
            at = part.map(Part::end).orElse(at + 1);
        }
        return parts;
    }

    /** The text of words, without a genitive ending. */
    private String span(int first, int end) {
        String whole =
                text.substring(words.get(first).start(), words.get(end - 1).end());
        return GENITIVE.matcher(whole).replaceFirst("");
    }

    private Optional<Part> part(int first, int end) {
        String span = span(first, end);
        List<String> called = List.of(span, PEOPLE.matcher(span).replaceFirst(""));
        Part part = new Part(span, first, end, only(called, names, true), only(called, names, false));
        return Optional.of(part)
                .filter(Part::isKnown)
                .filter(known -> !POINTS_BACK.matcher(span).matches() && !isOtherOffice(known));
    }

    /** Whether it is an office, and the word before it makes that another one: "deputy prime minister". */
    private boolean isOtherOffice(Part part) {
        return part.first() > 0
                && part.actor().filter(meant -> !meant.reason().isEmpty()).isPresent()
                && OTHER_OFFICE.contains(words.get(part.first() - 1).group().toLowerCase(Locale.ROOT));
    }

    /**
     * An office, if the state before it, with or without a word between them, or after "of" has none that is known: it stands
     * for nothing.
     */
    private Optional<Part> officeOfOtherState(int first, int end) {
        int of = isOf(end - 1) ? end : end + 1;
        return (isOf(of - 1) ? Stream.of(of) : Stream.of(first - 1, first - 2))
                .filter(at -> at >= 0 && at < words.size())
                .filter(at -> at != first - 2 || isModifier(first - 1))
                .filter(at -> names.state(span(at, at + 1))
                        .filter(state -> names.isOfOtherState(span(first, end), state))
                        .isPresent())
                .map(at -> new Part(
                        span(Math.min(first, at), Math.max(end, at + 1)),
                        first,
                        end,
                        Optional.empty(),
                        Optional.empty()))
                .findFirst();
    }

    /** Whether a word may belong to a title, as "defence" does before "minister". */
    private boolean isModifier(int at) {
        String word = words.get(at).group().toLowerCase(Locale.ROOT);
        return !NamedParts.tellsSpeaker(word) && !NOT_IN_TITLES.contains(word);
    }

    private boolean isOf(int at) {
        return at < words.size() && words.get(at).group().equalsIgnoreCase("of");
    }

    /**
     * The one thing that a span is called, or that has its name with the word for its people. A single word of an article
     * for a state, such as "Armenian", does not name the state.
     */
    private static Optional<Candidate> only(List<String> spans, Names names, boolean actor) {
        return spans.stream()
                .map(span -> names.named(span, actor))
                .filter(candidates -> candidates.size() == 1)
                .map(candidates -> candidates.get(0))
                .filter(meant -> !meant.reason().equals(Names.MENTION)
                        || !meant.kind().equals("state")
                        || spans.get(0).contains(" "))
                .findFirst();
    }
}
