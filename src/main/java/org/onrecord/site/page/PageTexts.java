// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The texts of the user interface in one language, from {@code words.properties}. Immutable. */
public final class PageTexts {
    private final ResourceBundle bundle;
    private final Locale locale;

    private PageTexts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "org.onrecord.site.page.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts of a language, with English as fallback. */
    public static PageTexts of(Locale locale) {
        return new PageTexts(locale);
    }

    /** The language tag. */
    public String language() {
        return locale.getLanguage();
    }

    /**
     * Returns a text.
     *
     * @throws java.util.MissingResourceException if the key does not exist
     */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** Returns a text with arguments, formatted by {@link MessageFormat}. */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** Returns a text if the key exists. */
    public Optional<String> maybe(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** The head of a column of an answer, by the name of its variable: {@code other speaker}. */
    public String column(String variable) {
        return maybe("answer." + variable)
                .orElseGet(() -> variable.replaceAll("Name$", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT));
    }

    /** Formats a count: {@code 3 statements}. */
    public String count(String key, long number) {
        return get("count." + key, number);
    }

    /** Formats a number. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Formats an ISO date; returns other texts unchanged. */
    public String day(String iso) {
        try {
            return LocalDate.parse(iso).format(DateTimeFormatter.ofPattern(get("day.pattern"), locale));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }
}
