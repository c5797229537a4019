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

/** Every word of the interface, in one language: {@code words.properties} beside this class. Immutable. */
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

    /** The words of a language, English where it has none of its own. */
    public static PageTexts of(Locale locale) {
        return new PageTexts(locale);
    }

    /** The language tag of the words. */
    public String language() {
        return locale.getLanguage();
    }

    /**
     * A text.
     *
     * @throws java.util.MissingResourceException if no text has the key
     */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** A text with values in it, as {@link MessageFormat} puts them. */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** A text that is there for some keys only. */
    public Optional<String> maybe(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** A number and what is counted: {@code 3 statements}. */
    public String count(String key, long number) {
        return get("count." + key, number);
    }

    /** A number as people write it. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A day, given in ISO form, as people write it; what is no day as it is. */
    public String day(String iso) {
        try {
            return LocalDate.parse(iso).format(DateTimeFormatter.ofPattern(get("day.pattern"), locale));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }
}
