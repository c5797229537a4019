// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.search.Spelling;

/**
 * Finds what a search text asks for by phrases, such as the titles of questions.
 *
 * @param <T> what is found
 * @param entries all that can be found
 */
public record PhraseIndex<T>(List<Entry<T>> entries) {
    /** Words that a text may lack. */
    private static final Pattern FUNCTION_WORD = Pattern.compile("\\b(?:an?|the|that|are|and|with) ");

    public PhraseIndex {
        entries = List.copyOf(entries);
    }

    /** A question, by its title, the title up to a comma, and further words; its description and parameters count less. */
    public static Entry<Question> entry(Question question) {
        Question.About about = question.about();
        String parameters = question.parameters().stream().map(Parameter::label).collect(Collectors.joining(" "));
        return entry(
                question,
                Stream.concat(
                                Stream.of(about.title(), about.title().replaceFirst(",.*", "")),
                                about.help().words().stream())
                        .toList(),
                about.description() + " " + parameters);
    }

    /**
     * Something by its phrases.
     *
     * @param text further words that count less
     */
    public static <T> Entry<T> entry(T thing, List<String> phrases, String text) {
        List<Set<String>> stems = phrases.stream()
                .map(phrase ->
                        Set.copyOf(Spelling.stems(FUNCTION_WORD.matcher(phrase).replaceAll(""))))
                .toList();
        Set<String> strong = stems.stream().flatMap(Set::stream).collect(Collectors.toSet());
        return new Entry<>(thing, stems, strong, Set.copyOf(Spelling.stems(text)));
    }

    /**
     * What has a phrase of which the text has all words, or most words of the text; the best first.
     *
     * @param text the search text, and the kinds of the things that it names
     * @param free its words that are neither function words nor part of a name
     */
    public List<Hit<T>> find(String text, List<String> free) {
        Set<String> all = Set.copyOf(Spelling.stems(text));
        Set<String> stems = new HashSet<>(Spelling.stems(String.join(" ", free)));
        return entries.stream()
                .filter(entry -> entry.fits(all, stems))
                .map(entry -> new Hit<>(entry.thing(), entry.score(all, stems)))
                .sorted(Comparator.comparingDouble(hit -> -hit.score()))
                .toList();
    }

    /** The stems of all words of something. */
    public Set<String> words(T thing) {
        return entries.stream()
                .filter(entry -> entry.thing().equals(thing))
                .flatMap(entry -> Stream.concat(entry.strong().stream(), entry.weak().stream()))
                .collect(Collectors.toSet());
    }

    /**
     * Something that was found.
     *
     * @param thing what was found
     * @param score comparable within one result
     */
    public record Hit<T>(T thing, double score) {}

    /**
     * Something that can be found.
     *
     * @param thing what is found
     * @param phrases the stems of each phrase
     * @param strong all of them
     * @param weak stems that count less
     */
    public record Entry<T>(T thing, List<Set<String>> phrases, Set<String> strong, Set<String> weak) {
        private boolean fits(Set<String> all, Set<String> free) {
            return longest(all) >= (free.isEmpty() ? 1 : 2)
                    || count(free, strong) * 2 > free.size() && (free.size() > 1 || phrases.contains(free));
        }

        private double score(Set<String> all, Set<String> free) {
            return 2.0 * longest(all) + count(free, strong) + count(free, weak) / 2.0;
        }

        /** The number of words of the longest phrase that the text has. */
        private int longest(Set<String> all) {
            return phrases.stream()
                    .filter(all::containsAll)
                    .mapToInt(Set::size)
                    .max()
                    .orElse(0);
        }

        private static long count(Set<String> words, Set<String> known) {
            return words.stream().filter(known::contains).count();
        }
    }
}
