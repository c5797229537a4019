// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.query.Question;
import org.onrecord.site.thing.Block.Cell;

/**
 * A question of the catalogue with the values given, and its answer.
 *
 * @param question the question
 * @param values parameter name to its values
 * @param problems what is wrong with the values, each with what may have been meant
 * @param table the answer, if it was asked
 * @param sparql the query with the values in it
 */
public record QuestionPage(
        Question question,
        Map<String, List<String>> values,
        List<Problem> problems,
        Optional<Table> table,
        Optional<String> sparql) {
    /** The most rows a page shows; exports hold all. */
    public static final int MOST = 200;

    public QuestionPage {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    /**
     * One thing wrong with the values.
     *
     * @param message what is wrong
     * @param instead the same question with something else in its place
     */
    public record Problem(String message, List<Choice> instead) {
        public Problem {
            instead = List.copyOf(instead);
        }
    }

    /**
     * The question with another value.
     *
     * @param label what the value is called
     * @param href the address of the answer
     */
    public record Choice(String label, String href) {}

    /**
     * Rows.
     *
     * @param columns the variables, those that only link others left out
     * @param rows the values
     * @param total how many rows there are
     */
    public record Table(List<String> columns, List<List<Cell>> rows, int total) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** The value of a parameter as it was given. */
    public String value(String parameter) {
        return String.join(" ", values.getOrDefault(parameter, List.of()));
    }

    /** The answer in a format. */
    public String export(String format) {
        return org.onrecord.site.kind.Filter.href("/queries/" + question.name() + "." + format, values);
    }
}
