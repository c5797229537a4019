// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.query.Names;
import org.onrecord.search.Hit;
import org.onrecord.site.guide.SearchPage;
import org.onrecord.site.guide.SearchPage.Group;
import org.onrecord.site.kind.ClaimSections;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.vocabulary.Kind;

/**
 * Groups search hits.
 *
 * @param parts the statements and the graph
 * @param names the names of things
 */
record SearchPages(PageSections parts, Names names) {
    /** Hits of a kind that are shown if no kind was chosen. */
    private static final int OPEN = 10;

    /** Hits of the one kind that was chosen. */
    private static final int MAX_SHOWN = 200;

    private static final List<DateTimeFormatter> DAYS = Stream.of(
                    "uuuu-MM-dd", "d MMMM uuuu", "d MMM uuuu", "MMMM d[,] uuuu", "MMM d[,] uuuu")
            .map(pattern -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.ENGLISH))
            .toList();

    SearchPage page(String query, Optional<String> kind, List<Hit> hits) {
        Map<String, List<Hit>> kinds = hits.stream().collect(Collectors.groupingBy(SearchPages::kind));
        List<Group> groups = SearchPage.KINDS.stream()
                .filter(key -> kind.filter(only -> !only.equals(key)).isEmpty())
                .map(key -> group(key, query, kinds.getOrDefault(key, List.of()), kind.isPresent()))
                .filter(group -> group.total() > 0)
                .toList();
        List<SearchPage.Hit> named = Stream.concat(names.things(query).stream(), identified(query))
                .map(parts.reading()::ref)
                .map(ref -> hit(ref.iri(), ref.label().equalsIgnoreCase(query.strip()) ? "" : query.strip()))
                .toList();
        return new SearchPage(query, kind, day(query), named, groups);
    }

    /** The statement with an identifier such as {@code a-38}, or the thing {@code kind/slug}. */
    private Stream<Node> identified(String query) {
        String slug = query.strip();
        return Stream.of("statement/" + slug, slug)
                .filter(name -> name.matches("[a-z]+/[a-z0-9]+(-[a-z0-9]+)*"))
                .map(name -> GraphReader.node(parts.reading().base().thing(name)))
                .filter(parts.reading()::knows);
    }

    /** The ISO date that was searched for: {@code 2023-10-04}, {@code 4 October 2023}, {@code Oct 4, 2023}. */
    private static Optional<String> day(String query) {
        return DAYS.stream()
                .flatMap(format -> {
                    try {
                        return Stream.of(LocalDate.parse(query.strip(), format).toString());
                    } catch (DateTimeParseException e) {
                        return Stream.empty();
                    }
                })
                .findFirst();
    }

    private Group group(String key, String query, List<Hit> hits, boolean all) {
        return new Group(
                key,
                hits.stream()
                        .limit(all ? MAX_SHOWN : OPEN)
                        .map(hit -> hit(hit.iri(), hit.matched()))
                        .toList(),
                hits.size(),
                href(query, Optional.of(key)));
    }

    /** The group of a hit, one of {@link SearchPage#KINDS}. */
    static String kind(Hit hit) {
        if (Kind.ACTORS.contains(hit.kind())) {
            return "actor";
        }
        if (Kind.PLACES.contains(hit.kind())) {
            return "place";
        }
        return SearchPage.KINDS.contains(hit.kind()) ? hit.kind() : "other";
    }

    private SearchPage.Hit hit(String iri, String matched) {
        Node node = GraphReader.node(iri);
        return new SearchPage.Hit(
                parts.reading().ref(node),
                parts.reading().ref(node, RDF.Nodes.type),
                matched,
                parts.register().line(iri),
                parts.reading().base().kind(iri).equals("claim") ? new ClaimSections(parts).stances(node) : List.of());
    }

    /** The address of results. */
    static String href(String query, Optional<String> kind) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!query.isBlank()) {
            parameters.put("q", List.of(query));
        }
        kind.ifPresent(only -> parameters.put("kind", List.of(only)));
        return Filter.href("/search", parameters);
    }
}
