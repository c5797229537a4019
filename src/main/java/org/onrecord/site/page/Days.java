// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
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
 * Wednesday}. A year that is not given is each year in which something was stated on such a day, else the last year. A
 * day of the week is each such day on which something was stated.
 *
 * @param stated the days on which something was stated
 */
record Days(NavigableSet<LocalDate> stated) {
    /** The most recent days of the week. */
    private static final int MAX_WEEKDAYS = 5;

    private static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
    private static final String DAY = "\\b([0-3]?[0-9])(?:st|nd|rd|th)?\\b";
    private static final String YEAR = "(?:,?\\s+([0-9]{4})\\b)?";
    private static final Pattern ISO = pattern("\\b([0-9]{4}-[0-9]{2}-[0-9]{2})\\b");
    private static final Pattern DAY_FIRST = pattern(DAY + "(?:\\s+of)?\\s+" + MONTH + YEAR);
    private static final Pattern MONTH_FIRST = pattern("\\b" + MONTH + "\\s+" + DAY + YEAR);
    private static final Pattern WHOLE_MONTH =
            pattern("(?:^\\s*(?=\\S+(?:\\s+[0-9]{4})?\\s*$)|\\b(?:in|during)\\s+)" + MONTH + YEAR);
    private static final Pattern WEEKDAY = pattern("\\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b");

    /**
     * Days in a search text.
     *
     * @param from the first day
     * @param until the last day
     * @param words the words of the text for them
     */
    record Interval(LocalDate from, LocalDate until, String words) {}

    /** The days of the first kind of date that a text has; empty if it has none. */
    List<Interval> in(String text) {
        return Stream.<Function<String, List<Interval>>>of(
                        this::iso,
                        any -> days(DAY_FIRST.matcher(any), 1, 2),
                        any -> days(MONTH_FIRST.matcher(any), 2, 1),
                        this::months,
                        this::weekdays)
                .map(kind -> kind.apply(text))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private List<Interval> iso(String text) {
        return ISO.matcher(text)
                .results()
                .flatMap(match -> day(() -> LocalDate.parse(match.group(1)), match.group()).stream())
                .toList();
    }

    private List<Interval> days(Matcher matcher, int day, int month) {
        return matcher.results()
                .flatMap(match -> {
                    int number = Integer.parseInt(match.group(day));
                    Month named = month(match.group(month));
                    return years(match, any -> any.getMonth() == named && any.getDayOfMonth() == number)
                            .flatMap(year -> day(() -> LocalDate.of(year, named, number), match.group()).stream());
                })
                .toList();
    }

    private List<Interval> months(String text) {
        return WHOLE_MONTH
                .matcher(text)
                .results()
                .flatMap(match -> {
                    Month named = month(match.group(1));
                    return years(match, any -> any.getMonth() == named)
                            .map(year -> YearMonth.of(year, named))
                            .map(all -> new Interval(
                                    all.atDay(1),
                                    all.atEndOfMonth(),
                                    match.group().strip()));
                })
                .toList();
    }

    private List<Interval> weekdays(String text) {
        return WEEKDAY.matcher(text)
                .results()
                .limit(1)
                .flatMap(match -> stated.descendingSet().stream()
                        .filter(any -> any.getDayOfWeek()
                                == DayOfWeek.valueOf(match.group(1).toUpperCase(Locale.ROOT)))
                        .limit(MAX_WEEKDAYS)
                        .map(any -> new Interval(any, any, match.group())))
                .toList();
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
    private static Optional<Interval> day(Supplier<LocalDate> date, String words) {
        try {
            return Optional.of(new Interval(date.get(), date.get(), words));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
