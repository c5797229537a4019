// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.query.BindResult.Candidate;

/**
 * Whom and what a search text excludes: {@code not about X}, {@code not by X}, {@code except X}, {@code everyone but X}. Words
 * before something that is not a known name exclude nothing, nor does a quotation.
 *
 * @param rest the text without these words
 * @param speaker who is not the speaker
 * @param subject what a statement is not about
 * @param unused the words of further exclusions, and of names that are joined to the first
 */
public record Exclusions(String rest, Optional<Candidate> speaker, Optional<Candidate> subject, List<String> unused) {
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
    private static final Pattern JOINED = Pattern.compile("(?:,|,? (?:and|n?or)) (?:the )?", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTATION = Pattern.compile("[\"\u201c\u201d\u201e\u00ab\u00bb]");
    private static final Pattern WORD = Pattern.compile("[^\\s,;.!?\"]+");

    /** A name, which may stand for a speaker and for something else. */
    private record Name(int end, Optional<Candidate> speaker, Optional<Candidate> thing) {}

    /** A name with the words before it, and names that are joined to it. */
    private record Exclusion(
            int start, int endOfName, int end, Optional<Candidate> speaker, Optional<Candidate> subject) {}

    public Exclusions {
        unused = List.copyOf(unused);
    }

    /** Reads a text. */
    public static Exclusions in(String text, Names names) {
        StringBuilder rest = new StringBuilder();
        List<String> unused = new ArrayList<>();
        Optional<Exclusion> used = Optional.empty();
        int at = 0;
        for (Optional<Exclusion> next = next(text, at, names); next.isPresent(); next = next(text, at, names)) {
            Exclusion found = next.get();
            rest.append(text, at, found.start());
            unused.add(text.substring(used.isPresent() ? found.start() : found.endOfName(), found.end()));
            at = found.end();
            used = used.or(() -> Optional.of(found));
        }
        return new Exclusions(
                rest.append(text.substring(at)).toString().strip(),
                used.flatMap(Exclusion::speaker),
                used.flatMap(Exclusion::subject),
                unused.stream()
                        .map(String::strip)
                        .filter(words -> !words.isEmpty())
                        .toList());
    }

    /** The first exclusion from an index on. */
    private static Optional<Exclusion> next(String text, int from, Names names) {
        Matcher marker = EXCLUSION.matcher(text);
        for (int at = from; marker.find(at); at = marker.end()) {
            Optional<Name> found = name(text, marker.end(), names);
            if (found.isPresent()
                    && !QUOTATION.matcher(text.substring(0, marker.start())).find()) {
                Name name = found.get();
                return Optional.of(new Exclusion(
                        marker.start(),
                        name.end(),
                        endOfJoined(text, name.end(), names),
                        name.speaker().filter(who -> marker.group("about") == null),
                        name.thing().or(name::speaker).filter(what -> marker.group("by") == null)));
            }
        }
        return Optional.empty();
    }

    /** The end of the names that follow after "and" or "or". */
    private static int endOfJoined(String text, int end, Names names) {
        Matcher joined = JOINED.matcher(text).region(end, text.length());
        return joined.lookingAt()
                ? name(text, joined.end(), names)
                        .map(name -> endOfJoined(text, name.end(), names))
                        .orElse(end)
                : end;
    }

    /** Whether nothing is excluded. */
    public boolean isEmpty() {
        return speaker.isEmpty() && subject.isEmpty();
    }

    /** The longest known name that begins at an index. */
    private static Optional<Name> name(String text, int start, Names names) {
        List<MatchResult> words = WORD.matcher(text)
                .region(start, text.length())
                .results()
                .limit(MAX_WORDS_OF_NAME)
                .toList();
        return Stream.iterate(words.size(), many -> many > 0, many -> many - 1)
                .map(many -> words.get(many - 1).end())
                .map(end -> {
                    String span = text.substring(start, end);
                    return new Name(end, only(names.named(span, true)), only(names.named(span, false)));
                })
                .filter(name -> name.speaker().isPresent() || name.thing().isPresent())
                .findFirst();
    }

    private static Optional<Candidate> only(List<Candidate> candidates) {
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }
}
