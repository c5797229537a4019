// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.search.Found.Replaced;

/**
 * English words that a search text may have for words of the index. They stand in {@code synonyms.txt}, in the format of
 * Solr's synonym files: {@code truce, armistice => cease-fire}. Words on the left that the index does not have are replaced
 * by the first alternative on the right of which it has all words, several words always. A line whose left side is in capitals ({@code US}) is only
 * for words in capitals, which are always replaced.
 */
final class Synonyms {
    private static final List<Synonym> ALL = read();

    private Synonyms() {}

    /**
     * A search text with its synonyms replaced.
     *
     * @param text the text
     * @param replaced what was replaced, in lower case, and by what
     */
    record Reworded(String text, List<Replaced> replaced) {}

    /** Replaces the words of a text that an index does not have. */
    static Reworded in(String text, Predicate<Word> known) {
        String reworded = text;
        List<Replaced> replaced = new ArrayList<>();
        for (Synonym synonym : ALL) {
            if (synonym.pattern().matcher(reworded).find() && synonym.isUnknown(known)) {
                List<String> by = synonym.by().stream()
                        .filter(words -> synonym.always() || has(words, known))
                        .limit(1)
                        .toList();
                for (String words : by) {
                    reworded = synonym.pattern().matcher(reworded).replaceAll(words);
                    replaced.add(new Replaced(synonym.words(), by));
                }
            }
        }
        return new Reworded(reworded, replaced);
    }

    private static boolean has(String words, Predicate<Word> known) {
        return Spelling.words(words).stream().allMatch(known);
    }

    private static List<Synonym> read() {
        try (InputStream file =
                Objects.requireNonNull(Synonyms.class.getResourceAsStream("synonyms.txt"), "synonyms.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(Synonyms::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read synonyms.txt", e);
        }
    }

    private static Stream<Synonym> line(String line) {
        String[] sides = line.split(" => ");
        List<String> by = List.of(sides[1].split(", *"));
        return Stream.of(sides[0].split(", *")).map(words -> {
            boolean capitals = words.equals(words.toUpperCase(Locale.ROOT));
            Pattern pattern = Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])",
                    capitals ? 0 : Pattern.CASE_INSENSITIVE);
            return new Synonym(words, pattern, capitals, by);
        });
    }

    /**
     * A word or words that are replaced.
     *
     * @param words the words
     * @param pattern finds them in a text
     * @param always whether they are replaced even if the index has them
     * @param by the alternatives
     */
    private record Synonym(String words, Pattern pattern, boolean always, List<String> by) {
        private boolean isUnknown(Predicate<Word> known) {
            return always || words.contains(" ") || !has(words, known);
        }
    }
}
