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
 * What a reader asks the table of statements for: the parameters of its address. Immutable.
 *
 * @param values parameter name to its values, in the order of {@link #NAMES}; several values of one parameter mean any of
 *     them; unknown names are dropped
 */
public record Filter(Map<String, List<String>> values) {
    /** The parameters that narrow the table. */
    public static final List<String> FILTERS =
            List.of("speaker", "through", "known", "about", "topic", "form", "act", "depth", "article", "from", "to");

    /** The orders of the table; the first is the usual one. */
    public static final List<String> SORTS = List.of("date", "text", "speaker");

    private static final List<String> NAMES = java.util.stream.Stream.concat(
                    FILTERS.stream(), java.util.stream.Stream.of("sort", "page"))
            .toList();

    public Filter {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        for (String name : NAMES) {
            List<String> given = values.getOrDefault(name, List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            if (!given.isEmpty()) {
                copy.put(name, given);
            }
        }
        values = Collections.unmodifiableMap(copy);
    }

    /** No filter. */
    public static Filter none() {
        return new Filter(Map.of());
    }

    /** One parameter set to a thing. */
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

    /** The page, from 1; 1 for what is no number. */
    public int page() {
        return first("page")
                .filter(page -> page.matches("[1-9][0-9]{0,5}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    /** The same with one parameter set, from the first page on. */
    public Filter with(String name, String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.remove("page");
        changed.put(name, List.of(value));
        return new Filter(changed);
    }

    /** The same with one parameter set to a thing, from the first page on. */
    public Filter with(String name, Ref thing) {
        return with(name, value(thing));
    }

    /** What an address calls a thing: a code by its slug, a thing by kind and slug. */
    static String value(Ref thing) {
        return thing.iri().startsWith(Namespace.CODES) ? thing.slug() : thing.shortIri();
    }

    /** The same at another page. */
    public Filter at(int page) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put("page", List.of(String.valueOf(page)));
        return new Filter(changed);
    }

    /** The same without one parameter, from the first page on. */
    public Filter without(String name) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.remove("page");
        changed.remove(name);
        return new Filter(changed);
    }

    /** Only what narrows: without order and page. */
    public Map<String, List<String>> narrowing() {
        Map<String, List<String>> only = new LinkedHashMap<>(values);
        only.keySet().retainAll(FILTERS);
        return only;
    }

    /** The address of the table with these parameters. */
    public String href() {
        return href("/statements", values);
    }

    /** The address of the same rows in a format, without pages. */
    public String export(String format) {
        Map<String, List<String>> all = new LinkedHashMap<>(narrowing());
        all.put("format", List.of(format));
        return href("/statements", all);
    }

    /** An address with parameters. */
    public static String href(String path, Map<String, List<String>> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, list) -> list.forEach(value -> pairs.add(
                name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2F", "/"))));
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }
}
