// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.kind;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.site.thing.Ref;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.site.thing.ValueCounts;

/**
 * The facets of the table of statements. Counts ignore the selection within the same facet.
 *
 * @param tables the statements
 * @param filter what is selected
 * @param rows the statements that the filter selects
 */
record Facets(Tables tables, Filter filter, List<StatementLine> rows) {
    /** Values of a facet that are shown: those chosen, then those with most statements. */
    private static final int MAX_CHOICES = 100;

    /** Facets without values, unless one is chosen. */
    private static final Set<String> ONLY_CHOSEN = Set.of("alsoAbout", "notSpeaker", "notAbout");

    /** The facets with a choice. */
    List<Facet> all() {
        return Stream.of(
                        "speaker",
                        "known",
                        "through",
                        "about",
                        "topic",
                        "alsoAbout",
                        "notSpeaker",
                        "notAbout",
                        "at",
                        "act",
                        "form",
                        "depth",
                        "article")
                .parallel()
                .filter(name -> !ONLY_CHOSEN.contains(name) || !filter.all(name).isEmpty())
                .map(this::facet)
                .filter(facet -> facet.isChosen() || facet.choices().size() > 1)
                .toList();
    }

    private Facet facet(String name) {
        boolean and = isAnd(name);
        Map<String, List<String>> others = new LinkedHashMap<>(filter.narrowing());
        boolean chosenHere = others.remove(and ? "alsoAbout" : name) != null;
        ValueCounts counts = tables.counts(
                name,
                Optional.of(chosenHere ? tables.matching(others) : rows.stream())
                        .filter(some -> !others.isEmpty()));
        Set<String> chosen = Set.copyOf(filter.all(name));
        return new Facet(
                name,
                Stream.of(true, false)
                        .filter(first -> first || !Tables.EXCLUDING.containsKey(name))
                        .flatMap(first -> counts.sorted().stream()
                                .filter(entry -> isChosen(entry.getKey(), chosen) == first)
                                .limit(MAX_CHOICES))
                        .limit(MAX_CHOICES)
                        .map(entry -> choice(name, entry, chosen))
                        .sorted(Comparator.comparingInt(choice -> -choice.count()))
                        .toList());
    }

    /** Whether another subject or topic narrows the statements further, because one is chosen already. */
    private boolean isAnd(String name) {
        return (name.equals("about") || name.equals("topic"))
                && !filter.all(name).isEmpty();
    }

    private Facet.Choice choice(String name, Map.Entry<Ref, Integer> count, Set<String> chosen) {
        Ref ref = count.getKey();
        boolean selected = isChosen(ref, chosen);
        return new Facet.Choice(
                ref.label(),
                count.getValue(),
                (selected ? filter.without(name) : filter.with(isAnd(name) ? "alsoAbout" : name, ref)).href(),
                selected);
    }

    private static boolean isChosen(Ref ref, Set<String> chosen) {
        return !chosen.isEmpty() && (chosen.contains(Filter.value(ref)) || chosen.contains(ref.iri()));
    }
}
