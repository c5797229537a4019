// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;

/**
 * What is asked of the sample: questions of the catalogue with values for their parameters, and the files of the expected
 * answers. Questions that need another endpoint are not asked.
 */
public final class Cases {
    /** The folder of the expected answers over the sample. */
    public static final Path ANSWERS = Path.of("src/test/resources/answers");

    private static final Pattern VALUE = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S+))");

    private Cases() {}

    /**
     * A line of {@code questions.tsv}.
     *
     * @param number the number of the user question that it answers
     * @param name the question of the catalogue
     * @param example the values
     */
    record Asked(int number, String name, Question.Example example) {
        private static Asked of(String line) {
            String[] cells = line.split("\t", -1);
            Map<String, List<String>> values = new LinkedHashMap<>();
            VALUE.matcher(cells[2])
                    .results()
                    .forEach(found -> values.computeIfAbsent(found.group(1), any -> new ArrayList<>())
                            .add(found.group(2) == null ? found.group(3) : found.group(2)));
            Asked asked = new Asked(Integer.parseInt(cells[0]), cells[1], new Question.Example(values));
            assertThat(asked.example()).as(line).hasToString(cells[2]);
            return asked;
        }
    }

    /** What is asked of the sample. */
    static List<Asked> asked() {
        try {
            return Files.readAllLines(ANSWERS.resolve("questions.tsv")).stream()
                    .map(Asked::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** File name of the expected answer to the query that gives it; its question is of the catalogue. */
    public static SortedMap<String, Query> of(Catalogue catalogue, Binder binder) {
        Map<String, Integer> times = new HashMap<>();
        SortedMap<String, Query> cases = new TreeMap<>();
        for (Asked asked : asked()) {
            Question question =
                    catalogue.find(asked.name()).orElseThrow(() -> new AssertionError("No question " + asked));
            cases.put(
                    fileName(asked.name(), times.merge(asked.name(), 1, Integer::sum)),
                    bound(binder, question, asked.example()));
        }
        return cases;
    }

    private static String fileName(String question, int time) {
        return question + (time == 1 ? "" : "--" + time) + ".tsv";
    }

    /** The questions that need no other endpoint. */
    public static List<Question> local(Catalogue catalogue) {
        return catalogue.questions().stream()
                .filter(question -> !question.about().service())
                .toList();
    }

    /** The examples of a question; one without values if it has none. */
    static List<Question.Example> examples(Question question) {
        return question.examples().isEmpty() ? List.of(new Question.Example(Map.of())) : question.examples();
    }

    /** A question with the values of an example. */
    static Query bound(Binder binder, Question question, Question.Example example) {
        BindResult result = binder.bind(question, example.values());
        assertThat(result).as(question.name() + " " + example).isInstanceOf(BindResult.Bound.class);
        return ((BindResult.Bound) result).query();
    }
}
