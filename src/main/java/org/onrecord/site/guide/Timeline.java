// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * A chart of statements: a row per speaker, a column per date or interval, a dot per statement.
 *
 * @param columns sorted by date; statements without date are last
 * @param rows the speakers, sorted by number of statements, descending
 * @param width the width in SVG units
 * @param height the height in SVG units
 */
public record Timeline(List<Column> columns, List<Row> rows, int width, int height) {
    private static final int LEFT = 264;
    private static final int STEP = 17;
    private static final int TOP = 34;
    private static final int MAX_DOTS_PER_LINE = 8;

    /**
     * A date or interval.
     *
     * @param from the first day, ISO date; empty if unknown
     * @param until the last day
     * @param x the left edge
     */
    public record Column(String from, String until, int x) {}

    /**
     * A speaker's statements.
     *
     * @param speaker the speaker
     * @param y the top edge
     * @param dots the statements
     */
    public record Row(Ref speaker, int y, List<Dot> dots) {}

    /**
     * A statement.
     *
     * @param line the statement
     * @param x the x coordinate of its centre
     * @param y the y coordinate of its centre
     */
    public record Dot(StatementLine line, int x, int y) {}

    /** Creates the chart. */
    public static Timeline of(List<StatementLine> lines) {
        Map<Ref, Map<String, List<StatementLine>>> cells = cells(lines);
        Map<String, Column> columns = columns(cells);
        List<Row> rows = new ArrayList<>();
        int y = TOP;
        for (Map.Entry<Ref, Map<String, List<StatementLine>>> entry : cells.entrySet()) {
            rows.add(new Row(entry.getKey(), y, dots(entry.getValue(), columns, y)));
            y += STEP * lineCount(entry.getValue()) + 10;
        }
        int width = columns.values().stream().mapToInt(Column::x).max().orElse(LEFT) + STEP * (MAX_DOTS_PER_LINE + 1);
        return new Timeline(List.copyOf(columns.values()), rows, width, y);
    }

    private static Map<Ref, Map<String, List<StatementLine>>> cells(List<StatementLine> lines) {
        Map<Ref, Map<String, List<StatementLine>>> found = new LinkedHashMap<>();
        lines.forEach(line -> found.computeIfAbsent(line.voice().speaker(), key -> new TreeMap<>())
                .computeIfAbsent(key(line), key -> new ArrayList<>())
                .add(line));
        Map<Ref, Map<String, List<StatementLine>>> sorted = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Ref, Map<String, List<StatementLine>>> entry) ->
                                -entry.getValue().values().stream()
                                        .mapToInt(List::size)
                                        .sum())
                        .thenComparing(entry -> entry.getKey().label()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** The sort key of columns: last possible day, then first; statements without date sort last. */
    private static String key(StatementLine line) {
        return line.when().isKnown()
                ? line.when().until().orElse("9998") + "/" + line.when().from().orElse("")
                : "9999/";
    }

    private static Map<String, Column> columns(Map<Ref, Map<String, List<StatementLine>>> cells) {
        Map<String, Column> columns = new LinkedHashMap<>();
        int x = LEFT;
        for (String key : cells.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .sorted()
                .toList()) {
            String[] days = key.split("/", -1);
            columns.put(key, new Column(days[1], days[0].startsWith("999") ? "" : days[0], x));
            x += STEP * (MAX_DOTS_PER_LINE + 1);
        }
        return columns;
    }

    private static List<Dot> dots(Map<String, List<StatementLine>> row, Map<String, Column> columns, int y) {
        List<Dot> dots = new ArrayList<>();
        columns.forEach((key, column) -> {
            List<StatementLine> lines = row.getOrDefault(key, List.of());
            for (int at = 0; at < lines.size(); at++) {
                int x = column.x() + STEP * (at % MAX_DOTS_PER_LINE) + 9;
                dots.add(new Dot(lines.get(at), x, y + STEP * (at / MAX_DOTS_PER_LINE) + 12));
            }
        });
        return dots;
    }

    private static int lineCount(Map<String, List<StatementLine>> row) {
        return row.values().stream()
                .mapToInt(lines -> (lines.size() + MAX_DOTS_PER_LINE - 1) / MAX_DOTS_PER_LINE)
                .max()
                .orElse(1);
    }
}
