// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.site.thing.Ref;
import org.onrecord.vocabulary.Namespace;

/**
 * Parameters of the table of statements. Immutable.
 *
 * @param values values by parameter name, in the order of {@link #NAMES}; several values of a parameter are
 *     alternatives; unknown names are ignored
 */
public record Filter(Map<String, List<String>> values) {
    /** Filter parameters. */
    public static final List<String> FILTERS = List.of(
            "speaker",
            "through",
            "known",
            "about",
            "topic",
            "alsoAbout",
            "notSpeaker",
            "notAbout",
            "at",
            "form",
            "act",
            "depth",
            "article",
            "from",
            "to");

    /** Filters for what a statement is about, each of which narrows further. */
    private static final List<String> SUBJECTS = List.of("about", "alsoAbout", "topic");

    /** Sort orders; the first is the default. */
    public static final List<String> SORTS = List.of("date", "text", "speaker");

    private static final List<String> NAMES = java.util.stream.Stream.concat(
                    FILTERS.stream(), java.util.stream.Stream.of("sort", "page"))
            .toList();

    public Filter {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        for (String name : NAMES) {
            List<String> list = values.getOrDefault(name, List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            if (!list.isEmpty()) {
                copy.put(name, list);
            }
        }
        values = Collections.unmodifiableMap(copy);
    }

    /** No filter. */
    public static Filter none() {
        return new Filter(Map.of());
    }

    /** A filter with one parameter. */
    public static Filter by(String name, Ref thing) {
        return none().with(name, thing);
    }

    /** The values of a parameter. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value of a parameter. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The page number, from 1; 1 if invalid. */
    public int page() {
        return first("page")
                .filter(page -> page.matches("[1-9][0-9]{0,5}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    /** Returns a copy with a parameter, at the first page. */
    public Filter with(String name, String value) {
        return with(name, List.of(value));
    }

    /** Returns a copy with alternative values of a parameter, at the first page. */
    public Filter with(String name, List<String> alternatives) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.remove("page");
        changed.put(name, alternatives);
        return new Filter(changed);
    }

    /** Returns a copy with a thing as parameter value, at the first page. */
    public Filter with(String name, Ref thing) {
        return with(name, value(thing));
    }

    /**
     * Narrows to what is about a thing as well, by the first parameter for subjects that has no value; empty if all have
     * others.
     */
    public Optional<Filter> andAbout(Ref thing) {
        return SUBJECTS.stream()
                .filter(name -> all(name).equals(List.of(value(thing))))
                .findFirst()
                .or(() -> SUBJECTS.stream().filter(name -> all(name).isEmpty()).findFirst())
                .map(name -> with(name, thing));
    }

    /** The parameter value of a thing: slug of a code, kind and slug of other things. */
    static String value(Ref thing) {
        return thing.iri().startsWith(Namespace.CODES) ? thing.slug() : thing.shortIri();
    }

    /** Returns a copy at another page. */
    public Filter at(int page) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put("page", List.of(String.valueOf(page)));
        return new Filter(changed);
    }

    /** Returns a copy without a parameter, at the first page. */
    public Filter without(String name) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.remove("page");
        changed.remove(name);
        return new Filter(changed);
    }

    /** The filter parameters, without sort order and page. */
    public Map<String, List<String>> narrowing() {
        Map<String, List<String>> filters = new LinkedHashMap<>(values);
        filters.keySet().retainAll(FILTERS);
        return filters;
    }

    /** If the first day is after the last, this filter with the two swapped. */
    public Optional<Filter> swapped() {
        return first("from")
                .filter(from -> first("to").filter(to -> from.compareTo(to) > 0).isPresent())
                .map(from -> with("from", all("to")).with("to", from));
    }

    /** The address of the table with these parameters. */
    public String href() {
        return href("/statements", values);
    }

    /** The address of all rows in a format. */
    public String export(String format) {
        Map<String, List<String>> all = new LinkedHashMap<>(narrowing());
        all.put("format", List.of(format));
        return href("/statements", all);
    }

    /** Builds an address with a query string. */
    public static String href(String path, Map<String, List<String>> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, list) -> list.forEach(value -> pairs.add(
                name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2F", "/"))));
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }
}
