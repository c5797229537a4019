// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    SearchPage page(String query, Optional<String> kind, List<Hit> hits) {
        Map<String, List<Hit>> kinds = hits.stream().collect(Collectors.groupingBy(SearchPages::kind));
        List<Group> groups = SearchPage.KINDS.stream()
                .filter(key -> kind.filter(only -> !only.equals(key)).isEmpty())
                .map(key -> group(key, query, kinds.getOrDefault(key, List.of()), kind.isPresent()))
                .filter(group -> group.total() > 0)
                .toList();
        List<SearchPage.Hit> named = names.things(query).stream()
                .map(parts.reading()::ref)
                .map(ref -> hit(ref.iri(), ref.label().equalsIgnoreCase(query.strip()) ? "" : query.strip()))
                .toList();
        return new SearchPage(query, kind, named, groups);
    }

    private Group group(String key, String query, List<Hit> hits, boolean all) {
        return new Group(
                key,
                hits.stream()
                        .limit(all ? hits.size() : OPEN)
                        .map(hit -> hit(hit.iri(), hit.matched()))
                        .toList(),
                hits.size(),
                href(query, Optional.of(key)));
    }

    private static String kind(Hit hit) {
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
                new ClaimSections(parts).stances(node));
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
