// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.query.BindResult.Candidate;
import org.onrecord.query.Names;
import org.onrecord.vocabulary.Kind;

/**
 * The names and offices in a search text, and which of them is given as the speaker.
 *
 * @param all the names and offices, from left to right
 * @param speaker who is asked for as the speaker
 * @param joined who is joined to the speaker by "and" or "or"
 * @param certain whether words for speaking say that it is the speaker
 * @param place the event at which, or place in which, something was said
 * @param subjects what is asked about, without claims
 * @param one what the text names, if it names one thing and has no other word than it
 */
record NamedParts(
        List<Part> all,
        Optional<Part> speaker,
        List<Part> joined,
        boolean certain,
        Optional<Part> place,
        List<Part> subjects,
        Optional<Part> one) {
    private static final int MAX_WORDS = 24;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['\u2019.&-]+[\\p{L}\\p{M}\\p{N}]+)*");

    /** Those who speak for a state. */
    static final String SPEAKING =
            "(?:speakers?|side|officials?|authorities|government|leaders?|politicians|diplomats)";

    private static final Pattern SAYING =
            Pattern.compile("(?:say|said|tell|told|stat|promis|refus|reject|react|offer|propos|demand|urg|warn"
                    + "|accus|den[iy]|confirm|announc|ask|call|claim|think|thought|mention|comment|respon|answer|talk|sp[eo]ak"
                    + "|spoke|remark|word|quote|view|position|opinion|sagt|gesagt|erklär|déclar|сказал|заявил).*");
    private static final Pattern SAID = Pattern.compile("(?:statement|remark|word|view|position|opinion)s?");
    private static final Set<String> ABOUT =
            Set.of("about", "on", "over", "regarding", "concerning", "über", "sur", "о", "об");
    private static final Set<String> AND = Set.of("and", "or", "versus", "vs");
    private static final Set<String> BY = Set.of("by", "from");
    private static final Set<String> AT = Set.of("at", "during", "in", "near");
    private static final Set<String> SAID_AT = Set.of("at", "during", "in");
    private static final Set<String> WHO = Set.of("who", "whose");
    private static final Set<String> ASKED = Set.of("who", "whom", "what", "which");
    private static final Set<String> AUXILIARY = Set.of("did", "does", "do");

    /**
     * A name or office; an office of a state in which nobody is known to hold it stands for nothing.
     *
     * @param words the words of the text
     * @param first the index of the first word
     * @param end the index after the last word
     * @param actor the one actor that they stand for
     * @param thing the one thing that they stand for
     */
    record Part(String words, int first, int end, Optional<Candidate> actor, Optional<Candidate> thing) {
        /** The things that it may stand for, with the actor of a metonym last. */
        List<Candidate> meanings() {
            return Stream.of(thing, actor).flatMap(Optional::stream).distinct().toList();
        }

        /** Whether it stands for something. */
        boolean isKnown() {
            return !meanings().isEmpty();
        }

        /** Whether something may have been said there: at an event, at an organizer's, in a place. */
        boolean isPlaceOrEvent() {
            return thing.filter(meant -> Set.of("event", "organization").contains(meant.kind())
                            || Kind.PLACES.contains(meant.kind()))
                    .isPresent();
        }

        /** Whether it is another name of a state, such as that of its capital. */
        boolean isMetonym() {
            return isKnown()
                    && meanings().stream()
                            .allMatch(meant -> meant.kind().equals("state")
                                    && !meant.label().equalsIgnoreCase(words));
        }

        /** Whether it is a topic, whose name is a common noun. */
        boolean isTopic() {
            return thing.filter(meant -> meant.kind().equals("topic")).isPresent();
        }

        /** Whether it is not the words of a topic or claim. */
        boolean isProper() {
            return thing.filter(meant -> Set.of("topic", "claim").contains(meant.kind()))
                    .isEmpty();
        }

        private boolean isMention() {
            return meanings().stream().allMatch(meant -> meant.reason().equals(Names.MENTION));
        }

        private List<String> slugs() {
            return meanings().stream().map(Candidate::slug).distinct().toList();
        }

        private boolean isPerson() {
            return actor.filter(meant -> meant.kind().equals("person")).isPresent();
        }
    }

    /** Reads a text. */
    static NamedParts in(String text, Names names) {
        List<MatchResult> found = WORD.matcher(text).results().limit(MAX_WORDS).toList();
        List<String> words = found.stream()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .toList();
        List<Part> parts = once(new NameReader(text, found, names).parts());
        Optional<Part> speaker = speaker(words, parts);
        List<Part> joined = speaker.stream()
                .flatMap(first -> parts.stream().filter(part -> isJoined(first, part, words)))
                .toList();
        boolean saying = words.stream().anyMatch(NamedParts::tellsSpeaker);
        boolean alone =
                parts.size() == 1 && parts.get(0).first() == 0 && parts.get(0).end() == words.size();
        return new NamedParts(
                parts,
                speaker,
                joined,
                saying,
                parts.stream()
                        .filter(part -> part.isPlaceOrEvent() && follows(part, words, SAID_AT))
                        .findFirst(),
                parts.stream()
                        .filter(part -> speaker.filter(part::equals).isEmpty() && !joined.contains(part))
                        .filter(part -> !(saying && part.isMetonym() && follows(part, words, SAID_AT)))
                        .filter(part -> part.thing()
                                .filter(meant -> !meant.kind().equals("claim"))
                                .isPresent())
                        .toList(),
                alone ? Optional.of(parts.get(0)) : Optional.empty());
    }

    /** Whether a part is asked for as a speaker. */
    boolean speaks(Part part) {
        return speaker.filter(part::equals).isPresent() || joined.contains(part);
    }

    /** The parts without those that another part names already, or names better: "Armenia, an ally". */
    private static List<Part> once(List<Part> parts) {
        return parts.stream()
                .filter(part -> parts.stream()
                        .noneMatch(other -> other.slugs().equals(part.slugs())
                                && (other.isMention() == part.isMention()
                                        ? other.first() < part.first()
                                        : part.isMention())))
                .toList();
    }

    /**
     * The speaker: who follows "by"; else, unless the text asks who, the first actor before "about" if the text has that
     * or a word for speaking, or the first name if it is a person's and others follow.
     */
    private static Optional<Part> speaker(List<String> words, List<Part> parts) {
        Optional<Part> by = parts.stream()
                .filter(part -> part.actor().isPresent() && (follows(part, words, BY) || isOf(part, words)))
                .findFirst();
        if (by.isPresent() || asksForSpeaker(words)) {
            return by;
        }
        int about = IntStream.range(0, words.size())
                .filter(at -> ABOUT.contains(words.get(at)) && !isNext(words, at, ASKED))
                .findFirst()
                .orElse(words.size());
        boolean saying = words.stream().anyMatch(NamedParts::tellsSpeaker);
        int end = Math.min(about, verb(words));
        return parts.stream()
                .filter(part -> part.actor().isPresent() && part.first() < end && !follows(part, words, AT))
                .findFirst()
                .filter(part -> saying || part.isPerson() && parts.size() > 1 && part.equals(parts.get(0)));
    }

    /** The index of the word for speaking after "did", before which the speaker stands. */
    private static int verb(List<String> words) {
        int did = IntStream.range(0, words.size())
                .filter(at -> AUXILIARY.contains(words.get(at)))
                .findFirst()
                .orElse(words.size());
        return IntStream.range(did, words.size())
                .filter(at -> SAYING.matcher(words.get(at)).matches())
                .findFirst()
                .orElse(words.size());
    }

    /** Whether a text asks who said something: "who denies", "by whom", but not "about whom" or "who did". */
    private static boolean asksForSpeaker(List<String> words) {
        return IntStream.range(0, words.size())
                .anyMatch(at -> WHO.contains(words.get(at)) && !isNext(words, at, AUXILIARY)
                        || words.get(at).equals("whom") && at > 0 && BY.contains(words.get(at - 1)));
    }

    private static boolean isNext(List<String> words, int at, Set<String> next) {
        return at + 1 < words.size() && next.contains(words.get(at + 1));
    }

    /** Whether an actor follows another after "and" or "or". */
    private static boolean isJoined(Part first, Part part, List<String> words) {
        return part.actor().isPresent() && part.first() == first.end() + 1 && AND.contains(words.get(first.end()));
    }

    /** Whether a word is one for speaking, or stands before a speaker or a subject. */
    static boolean tellsSpeaker(String word) {
        return BY.contains(word) || ABOUT.contains(word) || SAYING.matcher(word).matches();
    }

    /** Whether a part follows "statements of" or the like. */
    private static boolean isOf(Part part, List<String> words) {
        return part.first() > 1
                && words.get(part.first() - 1).equals("of")
                && SAID.matcher(words.get(part.first() - 2)).matches();
    }

    /** Whether a part follows one of some words, also after "the" or "the speakers of". */
    private static boolean follows(Part part, List<String> words, Set<String> before) {
        int at = beforeThe(part.first() - 1, words);
        if (at > 0 && words.get(at).equals("of") && words.get(at - 1).matches(SPEAKING)) {
            at = beforeThe(at - 2, words);
        }
        return at >= 0 && before.contains(words.get(at));
    }

    private static int beforeThe(int at, List<String> words) {
        return at >= 0 && words.get(at).equals("the") ? at - 1 : at;
    }
}
