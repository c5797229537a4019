// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.query.Question;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.thing.Block.Cell;

/**
 * The page of a question, with results.
 *
 * @param question the question
 * @param values values by parameter name
 * @param problems invalid values, with suggestions
 * @param readings how words were read that are not a name
 * @param table the results, if the query ran
 * @param sparql the query with bound values
 */
public record QuestionPage(
        Question question,
        Map<String, List<String>> values,
        List<Problem> problems,
        List<String> readings,
        Optional<Table> table,
        Optional<String> sparql) {
    /** Maximum number of rows; exports are complete. */
    public static final int MAX_ROWS = 200;

    /**
     * An invalid value.
     *
     * @param message what is wrong
     * @param instead suggested values
     */
    public record Problem(String message, List<Choice> instead) {}

    /**
     * A suggested value.
     *
     * @param label the display name
     * @param href the address of the results
     */
    public record Choice(String label, String href) {
        /** The link to a question with values. */
        public static Choice of(Question question, Map<String, List<String>> values) {
            return new Choice(question.about().title(), Filter.href("/queries/" + question.name(), values));
        }
    }

    /**
     * What is said of an answer without rows.
     *
     * @param text why there may be none
     * @param instead what to ask instead
     */
    public record Nothing(String text, List<Choice> instead) {}

    /**
     * A result table.
     *
     * @param columns the variables, without those merged into links
     * @param rows the cells
     * @param total the total number of rows
     */
    public record Table(List<String> columns, List<List<Cell>> rows, int total) {}

    /** The value of a parameter. */
    public String value(String parameter) {
        return String.join(" ", values.getOrDefault(parameter, List.of()));
    }

    /** The things among the values, as {@code kind/slug}. */
    public List<String> things() {
        return question.parameters().stream()
                .filter(parameter -> parameter.isThing())
                .flatMap(parameter -> values.getOrDefault(parameter.name(), List.of()).stream())
                .filter(value -> value.contains("/"))
                .toList();
    }

    /** The address of the page. */
    public String href() {
        return org.onrecord.site.kind.Filter.href("/queries/" + question.name(), values);
    }

    /** The address of the results in a format. */
    public String export(String format) {
        return org.onrecord.site.kind.Filter.href("/queries/" + question.name() + "." + format, values);
    }
}
