// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the days in a search text: {@code 2023-10-04}, {@code 4 October 2023}, {@code Oct 4}, {@code in October}, {@code
 * Wednesday}, {@code 3-5 October}, {@code between 3 October and 5 October}, {@code after 4 October}. A year that is not given
 * is each year in which something was stated on such a day, else the last year. A day of the week is each such day on which
 * something was stated.
 *
 * @param stated the days on which something was stated
 */
public record Days(NavigableSet<LocalDate> stated) {
    /** The most recent days of the week. */
    private static final int MAX_WEEKDAYS = 5;

    private static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
    private static final String DAY = "\\b([0-3]?[0-9])(?:st|nd|rd|th)?\\b";
    private static final String YEAR = "(?:,?\\s+([0-9]{4})\\b)?";
    private static final String TO = "\\s*(-|\u2013|to|and|until|till|through)\\s*(?:the\\s+)?";
    private static final Pattern JOINED = pattern(TO);
    private static final Pattern ISO = pattern("\\b([0-9]{4}-[0-9]{2}-[0-9]{2})\\b");
    private static final Pattern DAY_FIRST = pattern("(?:" + DAY + TO + ")?" + DAY + "(?:\\s+of)?\\s+" + MONTH + YEAR);
    private static final Pattern MONTH_FIRST = pattern("\\b" + MONTH + "\\s+" + DAY + "(?:" + TO + DAY + ")?" + YEAR);
    private static final Pattern WHOLE_MONTH = pattern("(?<![0-9]\\s)\\b" + MONTH + YEAR);
    private static final Pattern WEEKDAY = pattern("\\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b");
    private static final Pattern PREPOSITION =
            pattern("\\b(before|until|till|up to|by|after|since|from|between|in|during|on)\\s+(?:the\\s+|last\\s+)?$");

    /**
     * Days in a search text.
     *
     * @param from the first day; empty if there is none
     * @param until the last day; empty if there is none
     * @param words the words of the text for them
     */
    public record Interval(Optional<LocalDate> from, Optional<LocalDate> until, String words) {
        private static Interval of(LocalDate from, LocalDate until) {
            return new Interval(Optional.of(from), Optional.of(until), "");
        }

        private Interval with(String text) {
            return new Interval(from, until, text);
        }

        /** From the first day of this one to the last of another, in the other's year unless a year is given. */
        private Interval to(Interval other, boolean dated) {
            LocalDate first = from.orElseThrow();
            LocalDate last = other.until.orElseThrow();
            LocalDate begin = dated ? first : first.withYear(last.getYear());
            return begin.isAfter(last)
                    ? of(other.from.orElseThrow(), begin)
                    : new Interval(Optional.of(begin), Optional.of(last), "");
        }
    }

    /**
     * A date in the text.
     *
     * @param dated whether its year is given
     * @param meant the days that it may be
     */
    private record Point(int start, int end, boolean dated, List<Interval> meant) {}

    /** The days of the first kind of date that a text has; empty if it has none. */
    public List<Interval> in(String text) {
        List<Point> points = Stream.<Function<String, Stream<Point>>>of(
                        this::iso, this::dayFirst, this::monthFirst, this::months, this::weekdays)
                .map(kind -> kind.apply(text)
                        .filter(point -> !point.meant().isEmpty())
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        List<Interval> days = new ArrayList<>();
        int at = 0;
        while (at < points.size()) {
            Point point = points.get(at);
            boolean joined = at + 1 < points.size() && isRange(text, point, points.get(at + 1));
            days.addAll(periods(text, joined ? joined(point, points.get(at + 1)) : point));
            at += joined ? 2 : 1;
        }
        return days;
    }

    /** Whether two dates are the ends of a range: with "and" between them only after "between". */
    private static boolean isRange(String text, Point first, Point second) {
        Matcher between = JOINED.matcher(text.substring(first.end(), second.start()));
        return between.matches()
                && (!between.group(1).equalsIgnoreCase("and")
                        || preposition(text, first.start()).contains("between"));
    }

    private static Point joined(Point first, Point second) {
        Interval begin = first.meant().get(0);
        return new Point(
                first.start(),
                second.end(),
                true,
                second.meant().stream()
                        .map(end ->
                                second.dated() || !first.dated() ? begin.to(end, first.dated()) : end.to(begin, false))
                        .toList());
    }

    /** The days of a date with the word before it: after, before, since, until. */
    private static List<Interval> periods(String text, Point point) {
        String before = preposition(text, point.start());
        String words = text.substring(point.start() - before.length(), point.end());
        return point.meant().stream()
                .map(days -> period(before.toLowerCase(Locale.ROOT).replaceFirst(" +((the|last) +)?$", ""), days)
                        .with(words.strip()))
                .toList();
    }

    private static Interval period(String preposition, Interval days) {
        return switch (preposition) {
            case "before" -> new Interval(Optional.empty(), days.from().map(day -> day.minusDays(1)), "");
            case "until", "till", "up to", "by" -> new Interval(Optional.empty(), days.until(), "");
            case "after" -> new Interval(days.until().map(day -> day.plusDays(1)), Optional.empty(), "");
            case "since" -> new Interval(days.from(), Optional.empty(), "");
            case "from" -> days.from().equals(days.until()) ? new Interval(days.from(), Optional.empty(), "") : days;
            default -> days;
        };
    }

    /** The preposition in front of a place in the text, with the space after it; empty if there is none. */
    private static String preposition(String text, int at) {
        Matcher before = PREPOSITION.matcher(text.substring(0, at));
        return before.find() ? before.group() : "";
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private Stream<Point> iso(String text) {
        return ISO.matcher(text)
                .results()
                .map(match -> point(match, day(() -> LocalDate.parse(match.group(1))).stream()));
    }

    private Stream<Point> dayFirst(String text) {
        return DAY_FIRST
                .matcher(text)
                .results()
                .map(match -> days(match, Optional.ofNullable(match.group(1)), match.group(3), month(match.group(4))));
    }

    private Stream<Point> monthFirst(String text) {
        return MONTH_FIRST.matcher(text).results().map(match -> {
            Optional<String> last = Optional.ofNullable(match.group(4));
            return days(match, last.map(day -> match.group(2)), last.orElse(match.group(2)), month(match.group(1)));
        });
    }

    /** A day of a month, or two with all between them. */
    private Point days(MatchResult match, Optional<String> first, String last, Month month) {
        int end = Integer.parseInt(last);
        int begin = first.map(Integer::valueOf).orElse(end);
        return point(
                match,
                years(match, any -> any.getMonth() == month && any.getDayOfMonth() == end)
                        .flatMap(year -> day(() -> LocalDate.of(year, month, begin)).stream()
                                .flatMap(from -> day(() -> LocalDate.of(year, month, end)).stream()
                                        .map(until -> from.to(until, true)))));
    }

    private Stream<Point> months(String text) {
        return WHOLE_MONTH
                .matcher(text)
                .results()
                .filter(match -> match.group(2) != null
                        || match.group().length() == text.strip().length()
                        || !preposition(text, match.start()).isEmpty())
                .map(match -> {
                    Month named = month(match.group(1));
                    return point(
                            match,
                            years(match, any -> any.getMonth() == named)
                                    .map(year -> YearMonth.of(year, named))
                                    .map(all -> Interval.of(all.atDay(1), all.atEndOfMonth())));
                });
    }

    private Stream<Point> weekdays(String text) {
        return WEEKDAY.matcher(text)
                .results()
                .limit(1)
                .map(match -> point(
                        match,
                        stated.descendingSet().stream()
                                .filter(any -> any.getDayOfWeek()
                                        == DayOfWeek.valueOf(match.group(1).toUpperCase(Locale.ROOT)))
                                .limit(MAX_WEEKDAYS)
                                .map(any -> Interval.of(any, any))));
    }

    private static Point point(MatchResult match, Stream<Interval> meant) {
        boolean dated = match.group(match.groupCount()) != null && match.group().matches(".*[0-9]{4}.*");
        return new Point(match.start(), match.end(), dated, meant.toList());
    }

    /** The given year, in the last group; else those in which something was stated on such days; else the last one. */
    private Stream<Integer> years(MatchResult match, Predicate<LocalDate> fits) {
        String given = match.group(match.groupCount());
        if (given != null) {
            return Stream.of(Integer.valueOf(given));
        }
        List<Integer> known = stated.descendingSet().stream()
                .filter(fits)
                .map(LocalDate::getYear)
                .distinct()
                .toList();
        return known.isEmpty() ? stated.descendingSet().stream().limit(1).map(LocalDate::getYear) : known.stream();
    }

    private static Month month(String name) {
        return Arrays.stream(Month.values())
                .filter(month -> month.name().regionMatches(true, 0, name, 0, 3))
                .findFirst()
                .orElseThrow();
    }

    /** A day; empty if it does not exist. */
    private static Optional<Interval> day(Supplier<LocalDate> date) {
        try {
            return Optional.of(Interval.of(date.get(), date.get()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
