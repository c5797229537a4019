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
 * Whom and what a search text excludes: {@code not about X}, {@code not by X}, {@code except X}, {@code everyone but X}.
 * Words before something that is not a known name exclude nothing.
 *
 * @param rest the text without these words
 * @param speakers who is not the speaker
 * @param subjects what a statement is not about
 */
public record Exclusions(String rest, List<Candidate> speakers, List<Candidate> subjects) {
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
    private record Name(String words, List<Candidate> speakers, List<Candidate> all) {}

    public Exclusions {
        speakers = List.copyOf(speakers);
        subjects = List.copyOf(subjects);
    }

    /** Reads a text. */
    public static Exclusions in(String text, Names names) {
        Exclusions all = new Exclusions(text, List.of(), List.of());
        for (Optional<Exclusions> more = all.next(names); more.isPresent(); more = all.next(names)) {
            all = more.get();
        }
        return all;
    }

    /** Whether nothing is excluded. */
    public boolean isEmpty() {
        return speakers.isEmpty() && subjects.isEmpty();
    }

    /** These and the first exclusion in the rest; empty if there is none. */
    private Optional<Exclusions> next(Names names) {
        Matcher exclusion = EXCLUSION.matcher(rest);
        while (exclusion.find()) {
            Optional<Name> name = name(rest.substring(exclusion.end()), names);
            if (name.isPresent()) {
                String before = rest.substring(0, exclusion.start());
                String after =
                        rest.substring(exclusion.end() + name.get().words().length());
                return Optional.of(new Exclusions(
                        (before + after).strip(),
                        exclusion.group("about") == null
                                ? join(speakers, name.get().speakers())
                                : speakers,
                        exclusion.group("by") == null
                                ? join(subjects, name.get().all())
                                : subjects));
            }
        }
        return Optional.empty();
    }

    /** The longest known name with which a text begins. */
    private static Optional<Name> name(String text, Names names) {
        List<MatchResult> words =
                WORD.matcher(text).results().limit(MAX_WORDS_OF_NAME).toList();
        return Stream.iterate(words.size(), many -> many > 0, many -> many - 1)
                .map(many -> text.substring(0, words.get(many - 1).end()))
                .map(span -> {
                    List<Candidate> speakers = only(names.named(span, true));
                    return new Name(span, speakers, join(speakers, only(names.named(span, false))));
                })
                .filter(name -> !name.all().isEmpty())
                .findFirst();
    }

    private static List<Candidate> only(List<Candidate> candidates) {
        return candidates.size() == 1 ? candidates : List.of();
    }

    private static List<Candidate> join(List<Candidate> some, List<Candidate> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
