// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.query.Query;

/**
 * Every example of every question of a catalogue, with the file of its expected answer. Questions that need another
 * endpoint are excluded.
 */
public final class Cases {
    /** The folder of the expected answers. */
    public static final Path ANSWERS = Path.of("src/test/resources/answers");

    private Cases() {}

    /** File name of the expected answer to query. */
    public static SortedMap<String, Query> of(Catalogue catalogue, Binder binder) {
        SortedMap<String, Query> cases = new TreeMap<>();
        for (Question question : local(catalogue)) {
            List<Question.Example> examples = examples(question);
            for (int i = 0; i < examples.size(); i++) {
                String extension = i == 0 ? ".tsv" : "--" + (i + 1) + ".tsv";
                cases.put(question.name() + extension, bound(binder, question, examples.get(i)));
            }
        }
        return cases;
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
        assertThat(result).isInstanceOf(BindResult.Bound.class);
        return ((BindResult.Bound) result).query();
    }
}
