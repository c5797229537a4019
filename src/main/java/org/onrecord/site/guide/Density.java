// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;

/**
 * The numbers of statements by speaker and period: the timeline of many statements. The periods are days, months or years, the
 * shortest of which there are few enough. A statement counts on its last possible day.
 *
 * @param periods the periods with statements; the last is that of statements without a day, if there are such
 * @param rows the speakers with most statements, and the others together
 */
public record Density(List<Period> periods, List<Row> rows) {
    /** A timeline of more statements is drawn in this way. */
    public static final int MANY = 300;

    private static final int MAX_PERIODS = 36;
    private static final int MAX_ROWS = 40;

    /** The lengths of a day, a month and a year in ISO 8601. */
    private static final List<Integer> LENGTHS = List.of(10, 7, 4);

    /**
     * A period.
     *
     * @param iso the day, month or year in ISO 8601; empty for unknown days
     */
    public record Period(String iso) {
        /** The period of a filter, which is shown by day or month; a day as the table of its statements; empty if unknown. */
        Optional<String> href(Filter filter) {
            return switch (iso.length()) {
                case 10 -> Optional.of(filter.with("from", iso).with("to", iso).href());
                case 7 -> {
                    LocalDate first = LocalDate.parse(iso + "-01");
                    yield Optional.of(timeline(filter, first, first.plusMonths(1)));
                }
                case 4 -> {
                    LocalDate first = LocalDate.parse(iso + "-01-01");
                    yield Optional.of(timeline(filter, first, first.plusYears(1)));
                }
                default -> Optional.empty();
            };
        }

        private static String timeline(Filter filter, LocalDate first, LocalDate next) {
            return Filter.href(
                    "/timeline",
                    filter.with("from", first.toString())
                            .with("to", next.minusDays(1).toString())
                            .narrowing());
        }
    }

    /**
     * A speaker's numbers.
     *
     * @param speaker the speaker; empty for all others
     * @param total the number of statements
     * @param counts the numbers by period
     */
    public record Row(Optional<Ref> speaker, int total, Map<Period, Integer> counts) {
        /** The number in a period. */
        public int count(Period period) {
            return counts.getOrDefault(period, 0);
        }

        /** The address of the statements of a period, among those that a filter selects. */
        public Optional<String> href(Period period, Filter filter) {
            return period.href(speaker.map(who -> filter.with("speaker", who)).orElse(filter));
        }
    }

    /** Counts statements. */
    public static Density of(List<StatementLine> lines) {
        List<String> days = lines.stream().map(Density::day).toList();
        int length = LENGTHS.stream()
                .filter(some -> days.stream()
                                .map(day -> cut(day, some))
                                .distinct()
                                .limit(MAX_PERIODS + 1L)
                                .count()
                        <= MAX_PERIODS)
                .findFirst()
                .orElse(4);
        SortedMap<String, Period> periods = new TreeMap<>(days.stream()
                .map(day -> cut(day, length))
                .distinct()
                .collect(Collectors.toMap(day -> day, Period::new)));
        Map<Ref, Map<Period, Integer>> counts = new HashMap<>();
        lines.forEach(line -> counts.computeIfAbsent(line.voice().speaker(), speaker -> new HashMap<>())
                .merge(new Period(cut(day(line), length)), 1, Integer::sum));
        List<Period> sorted = new ArrayList<>(periods.values());
        if (!sorted.isEmpty() && sorted.get(0).iso().isEmpty()) {
            sorted.add(sorted.remove(0));
        }
        return new Density(sorted, rows(counts));
    }

    private static String day(StatementLine line) {
        return line.when().until().or(() -> line.when().from()).orElse("");
    }

    private static String cut(String day, int length) {
        return day.substring(0, Math.min(length, day.length()));
    }

    private static List<Row> rows(Map<Ref, Map<Period, Integer>> counts) {
        List<Row> all = counts.entrySet().stream()
                .map(entry -> row(Optional.of(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingInt((Row row) -> -row.total())
                        .thenComparing(row -> row.speaker().map(Ref::label).orElse("")))
                .toList();
        if (all.size() <= MAX_ROWS) {
            return all;
        }
        Map<Period, Integer> others = new HashMap<>();
        all.stream()
                .skip(MAX_ROWS)
                .forEach(row -> row.counts().forEach((period, count) -> others.merge(period, count, Integer::sum)));
        return Stream.concat(all.stream().limit(MAX_ROWS), Stream.of(row(Optional.empty(), others)))
                .toList();
    }

    private static Row row(Optional<Ref> speaker, Map<Period, Integer> counts) {
        return new Row(
                speaker, counts.values().stream().mapToInt(Integer::intValue).sum(), counts);
    }
}
