// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.query.BindResult.Candidate;

/**
 * Whom and what a search text excludes, once: {@code not about X}, {@code not by X}, {@code except X}, {@code everyone but
 * X}. Words before something that is not a known name exclude nothing.
 *
 * @param rest the text without these words
 * @param speaker who is not the speaker
 * @param subject what a statement is not about
 */
public record Exclusions(String rest, Optional<Candidate> speaker, Optional<Candidate> subject) {
    private static final int MAX_WORDS_OF_NAME = 6;

    private static final String EXCEPT =
            "(?:except(?: for)?|excluding|without|other than|apart from|besides|(?:but |and |(?<=, ))not)";
    private static final String ABOUT = "(?:about|on|concerning|regarding)";
    private static final String NOT_BY =
            "not (?:by|from)|" + EXCEPT + " (?:by|from)|(?:every|any|no)(?:one|body) (?:but|" + EXCEPT + ")";
    private static final String NOT_ABOUT = "not (?:mentioning|" + ABOUT + ")|" + EXCEPT + " (?:those )?" + ABOUT
            + "|(?:that|which) do(?:es)?(?: not|n['\u2019]t) mention|(?:every|any|no)thing (?:but|" + EXCEPT + ")";
    private static final Pattern EXCLUSION = Pattern.compile(
            "\\b(?:(?<by>" + NOT_BY + ")|(?<about>" + NOT_ABOUT + ")|" + EXCEPT + ") (?:the )?(?:speakers of )?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("[^\\s,;.!?\"]+");

    /** A name, which may stand for a speaker and for something else. */
    private record Name(String words, Optional<Candidate> speaker, Optional<Candidate> thing) {}

    /** Reads a text. */
    public static Exclusions in(String text, Names names) {
        Matcher exclusion = EXCLUSION.matcher(text);
        while (exclusion.find()) {
            Optional<Name> name = name(text.substring(exclusion.end()), names);
            if (name.isPresent()) {
                String before = text.substring(0, exclusion.start());
                String after =
                        text.substring(exclusion.end() + name.get().words().length());
                return new Exclusions(
                        (before + after).strip(),
                        name.get().speaker().filter(who -> exclusion.group("about") == null),
                        name.get().thing().or(name.get()::speaker).filter(what -> exclusion.group("by") == null));
            }
        }
        return new Exclusions(text, Optional.empty(), Optional.empty());
    }

    /** Whether nothing is excluded. */
    public boolean isEmpty() {
        return speaker.isEmpty() && subject.isEmpty();
    }

    /** The longest known name with which a text begins. */
    private static Optional<Name> name(String text, Names names) {
        List<MatchResult> words =
                WORD.matcher(text).results().limit(MAX_WORDS_OF_NAME).toList();
        return Stream.iterate(words.size(), many -> many > 0, many -> many - 1)
                .map(many -> text.substring(0, words.get(many - 1).end()))
                .map(span -> new Name(span, only(names.named(span, true)), only(names.named(span, false))))
                .filter(name -> name.speaker().isPresent() || name.thing().isPresent())
                .findFirst();
    }

    private static Optional<Candidate> only(List<Candidate> candidates) {
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }
}
