// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.onrecord.query.Names;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.StatementsPage.Other;
import org.onrecord.site.kind.StatementsPage.Reading;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.vocabulary.Kind;

/**
 * How names given as filters are read: {@code Yerevan} as the speaker is the state that articles call so.
 *
 * @param reading the graph
 * @param names the names of things
 */
record Readings(GraphReader reading, Names names) {
    /** The readings of names that differ from the label of the thing, or that other things have too. */
    List<Reading> of(Filter filter, Map<String, List<String>> given) {
        List<Reading> readings = new ArrayList<>();
        for (String parameter : List.of("speaker", "through", "about", "topic")) {
            List<String> typed = given.getOrDefault(parameter, List.of());
            List<String> meant = filter.all(parameter);
            for (int i = 0; i < Math.min(typed.size(), meant.size()); i++) {
                if (!typed.get(i).contains("/")) {
                    readings.add(reading(filter, parameter, typed.get(i), meant.get(i)));
                }
            }
        }
        return readings.stream()
                .filter(read -> !read.others().isEmpty()
                        || !read.meant().label().equalsIgnoreCase(read.given().strip()))
                .toList();
    }

    private Reading reading(Filter filter, String parameter, String typed, String slug) {
        Ref meant = reading.ref(GraphReader.node(reading.base().thing(slug)));
        boolean actors = parameter.equals("speaker") || parameter.equals("through");
        List<Other> others = names.things(typed).stream()
                .map(reading::ref)
                .filter(ref -> !ref.equals(meant) && (!actors || Kind.ACTORS.contains(ref.kind())))
                .map(ref -> new Other(ref, filter.with(parameter, ref).href()))
                .toList();
        return new Reading(typed, meant, others);
    }
}
