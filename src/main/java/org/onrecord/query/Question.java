// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.onrecord.source.SourceFile;
import org.onrecord.vocabulary.BaseIri;

/**
 * A question of the catalogue: a parsed {@code .rq} file. Immutable, except {@code query}, which must not be modified:
 * binding makes a copy.
 *
 * @param name the file name without extension, used in the command line and in URLs
 * @param about title and description
 * @param parameters in the order of the header
 * @param examples example values for the parameters; the first are those in the file
 * @param query the parsed query of the file
 * @param source the text of the file
 */
public record Question(
        String name, About about, List<Parameter> parameters, List<Example> examples, Query query, String source) {
    public Question {
        parameters = List.copyOf(parameters);
        examples = List.copyOf(examples);
    }

    /**
     * Reads a question from a file.
     *
     * @param base the base of the things in its examples
     * @throws org.onrecord.source.BrokenFileException if its header or query is invalid
     * @throws org.onrecord.source.UnreadableFileException if it cannot be read
     */
    public static Question read(SourceFile file, BaseIri base) {
        return new QuestionReader(file.name(), new String(file.bytes(), StandardCharsets.UTF_8), base).read();
    }

    /** The same question with another text. */
    Question with(String text, BaseIri base) {
        return new QuestionReader(name, text, base).read();
    }

    /**
     * Title, description and task of a question.
     *
     * @param title one line
     * @param description one or two sentences, for readers
     * @param service whether it needs another endpoint, which must be allowed
     * @param task the task that it is listed under, one of {@link #TASKS}; the last if the file names none
     * @param help how it is found and read
     */
    public record About(String title, String description, boolean service, String task, Help help) {
        /** The tasks, in order. */
        public static final List<String> TASKS = List.of("said", "claims", "voices", "article", "things", "other");

        /** The texts that say what it asks. */
        public Stream<String> phrases() {
            return Stream.concat(Stream.of(title, description), help.words().stream());
        }
    }

    /**
     * How a question is found and its answer read; texts that the file does not give are empty.
     *
     * @param words further words and phrases that lead to it
     * @param rules what counts, and in which order
     * @param empty what was compared, for an answer without rows
     * @param see the names of questions to ask instead
     */
    public record Help(List<String> words, String rules, String empty, List<String> see) {
        private static final Pattern ORDER = Pattern.compile("(?i)\\b(?:(?:newest|voice) first|in the order)\\b");

        public Help {
            words = List.copyOf(words);
            see = List.copyOf(see);
        }

        /** The first sentence of the rules that tells more than the order. */
        public String firstRule() {
            return Stream.of(rules.split("(?<=\\.) "))
                    .filter(rule -> !ORDER.matcher(rule).find())
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * Values for the parameters of a question.
     *
     * @param values parameter name to its values, at least one each
     */
    public record Example(Map<String, List<String>> values) {
        public Example {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
            values = Collections.unmodifiableMap(copy);
        }

        /** The example as command line arguments: {@code about=corridor/maren-rail-link}, quoted if necessary. */
        @Override
        public String toString() {
            List<String> words = new ArrayList<>();
            values.forEach((name, list) -> list.forEach(value -> words.add(name + "=" + quoted(value))));
            return String.join(" ", words);
        }

        private static String quoted(String value) {
            return value.matches("[\\p{L}\\p{N}/:._#<>-]+") ? value : '"' + value + '"';
        }
    }
}
