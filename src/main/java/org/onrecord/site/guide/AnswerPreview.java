// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.site.guide.SearchPage.Answered;
import org.onrecord.site.guide.SearchPage.Row;
import org.onrecord.site.thing.Block.Cell;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementIndex;
import org.onrecord.site.thing.StatementLine;

/**
 * The first rows of the answer of a question, on a page of results.
 *
 * @param register the statements
 */
public record AnswerPreview(StatementIndex register) {
    /** The rows of an answer that is shown whole. */
    private static final int MAX_WHOLE = 25;

    private static final int MAX_ROWS = 10;

    /** What the line of a statement shows, and what a row needs no words for. */
    private static final Set<String> SHOWN =
            Set.of(("speaker speakerName by byName through throughName content earliest latest"
                            + " dateBasis article headline statement sameActAs depth level teller subjects provision occasion"
                            + " occasionName placeName officeName capacity form start end mention span digest")
                    .split(" "));

    /**
     * The first rows of an answer.
     *
     * @param nothing what is said if there are none
     * @param ranking which rows come first
     */
    public Answered of(QuestionPage page, QuestionPage.Nothing nothing, Ranking ranking) {
        List<Row> rows = page.table().stream()
                .flatMap(table -> table.rows().stream().map(cells -> row(page, table.columns(), cells)))
                .toList();
        List<Row> first = page.values().isEmpty() && rows.size() > MAX_WHOLE ? ofEach(rows, page) : rows;
        boolean each = first.size() < rows.size();
        return new Answered(
                page,
                shown(each, ranking.first(first, first.size(), AnswerPreview::text)),
                nothing,
                page.table().filter(table -> each).map(table -> table.columns().get(0)));
    }

    /** The first row of each value of the first column, if these are not too many to be shown whole; else all rows. */
    private static List<Row> ofEach(List<Row> rows, QuestionPage page) {
        Set<Cell> seen = new HashSet<>();
        List<Row> first = page.table().stream()
                .flatMap(table -> IntStream.range(0, rows.size())
                        .filter(at -> seen.add(table.rows().get(at).get(0)))
                        .mapToObj(rows::get))
                .toList();
        return first.size() <= MAX_WHOLE ? first : rows;
    }

    /** The rows, or only the first if there are many; with each statement once, unless they are those of each value. */
    private static List<Row> shown(boolean each, List<Row> rows) {
        Set<String> shown = new HashSet<>();
        return rows.stream()
                .filter(row ->
                        each || row.line().map(line -> shown.add(line.slug())).orElse(true))
                .limit(rows.size() <= MAX_WHOLE ? MAX_WHOLE : MAX_ROWS)
                .toList();
    }

    /** A row as the line of its statement and the other cells. */
    private Row row(QuestionPage page, List<String> columns, List<Cell> cells) {
        Optional<StatementLine> line = IntStream.range(0, columns.size())
                .filter(at ->
                        columns.get(at).equals("content") || columns.get(at).equals("statement"))
                .boxed()
                .flatMap(at -> cells.get(at).refs().stream())
                .flatMap(ref -> register.line(ref.iri()).stream())
                .findFirst();
        List<Integer> told = IntStream.range(0, columns.size())
                .filter(at -> line.isEmpty() || !SHOWN.contains(columns.get(at)))
                .filter(at -> isTold(page, cells.get(at), line))
                .boxed()
                .toList();
        List<Integer> others = told.isEmpty() && line.isEmpty()
                ? IntStream.range(0, columns.size()).boxed().toList()
                : told;
        return new Row(
                others.stream().map(columns::get).toList(),
                others.stream().map(cells::get).toList(),
                line);
    }

    /** Whether a cell tells more than the values of the question and the statement of its row. */
    private static boolean isTold(QuestionPage page, Cell cell, Optional<StatementLine> line) {
        if (cell.refs().isEmpty()) {
            return !cell.text().isEmpty()
                    && line.filter(shown -> shown.content().equals(cell.text())).isEmpty();
        }
        List<String> things = cell.refs().stream().map(ref -> ref.shortIri()).toList();
        return !page.values().containsValue(things);
    }

    private static String text(Row row) {
        return Stream.concat(
                        row.cells().stream()
                                .flatMap(cell -> Stream.concat(
                                        Stream.of(cell.text()),
                                        cell.refs().stream().map(ref -> ref.label()))),
                        row.line().stream().map(line -> line.voice().speaker().label() + " " + line.content()))
                .collect(Collectors.joining(" "));
    }

    /** The things that a row names and that its statement is by or about, as {@code kind/slug}; and the texts of its cells. */
    public Set<String> things(Row row) {
        Set<String> things = new HashSet<>(speakers(row));
        row.line().stream()
                .flatMap(line -> register.aboutAny(line).stream())
                .map(Ref::shortIri)
                .forEach(things::add);
        return things;
    }

    /** The same without what its statement is about. */
    public Set<String> speakers(Row row) {
        Stream<Ref> refs = Stream.concat(
                row.cells().stream().flatMap(cell -> cell.refs().stream()),
                row.line().stream().flatMap(line -> line.voice().heard().stream()));
        return Stream.concat(refs.map(Ref::shortIri), row.cells().stream().map(Cell::text))
                .collect(Collectors.toSet());
    }
}
