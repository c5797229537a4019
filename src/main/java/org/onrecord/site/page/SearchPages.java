// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.query.Answer;
import org.onrecord.query.Exclusions;
import org.onrecord.query.Names;
import org.onrecord.search.Found;
import org.onrecord.search.Hit;
import org.onrecord.search.Hit.MatchedField;
import org.onrecord.site.guide.SearchPage;
import org.onrecord.site.guide.SearchPage.Asked;
import org.onrecord.site.guide.SearchPage.Group;
import org.onrecord.site.guide.SearchPage.Named;
import org.onrecord.site.kind.ClaimSections;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.kind.PageSections;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.vocabulary.Kind;
import org.onrecord.vocabulary.Rec;

/**
 * Groups search hits.
 *
 * @param parts the statements and the graph
 * @param names the names of things
 * @param suggestions reads names, speakers, subjects and days
 */
record SearchPages(PageSections parts, Names names, Suggestions suggestions) {
    /** Hits of a kind that are shown if no kind was chosen. */
    private static final int OPEN = 10;

    /** Hits of the one kind that was chosen. */
    private static final int MAX_SHOWN = 200;

    /** Things with a similar name that are named if none has the name. */
    private static final int MAX_SIMILAR = 3;

    /**
     * A page of results. A statement that the answer or the first offer shows is not among the hits.
     *
     * @param execute runs a query; if empty, no question is answered
     */
    SearchPage page(String query, Optional<String> kind, Found found, Optional<Function<Query, Answer>> execute) {
        Exclusions exclusions = Exclusions.in(query, names);
        Asked asked = kind.isPresent() ? Asked.NOTHING : suggestions.of(exclusions, corrected(found), found, execute);
        Set<String> shown = asked.shown();
        Map<String, List<Hit>> kinds = found.hits().stream()
                .filter(hit -> !shown.contains(hit.iri()) && !isExcluded(hit, exclusions))
                .collect(Collectors.groupingBy(SearchPages::kind));
        List<Group> groups = SearchPage.KINDS.stream()
                .filter(key -> kind.filter(only -> !only.equals(key)).isEmpty())
                .map(key -> group(key, query, kinds.getOrDefault(key, List.of()), kind.isPresent()))
                .filter(group -> group.total() > 0)
                .toList();
        List<Named> named = named(found.text());
        List<Named> things = named.isEmpty() ? asked.named() : named;
        boolean similar = named.isEmpty() && isMisspelt(found);
        boolean alike = similar && things.isEmpty() && asked.isEmpty();
        return new SearchPage(
                query,
                kind,
                asked,
                alike ? similar(found) : things,
                similar,
                found.without(asked.understood()),
                groups);
    }

    private boolean isExcluded(Hit hit, Exclusions exclusions) {
        return parts.register()
                .line(hit.iri())
                .filter(line -> exclusions.speaker().stream()
                                .anyMatch(who -> parts.tables().isOf(line, who.slug()))
                        || exclusions.subject().stream()
                                .anyMatch(what -> parts.reading().says(line.node(), Rec.ABOUT_ANY, thing(what.slug()))))
                .isPresent();
    }

    /** Whether the search text is one word that nothing has. */
    private static boolean isMisspelt(Found found) {
        return found.words().size() == 1 && !found.misspelt().isEmpty();
    }

    /** The search text; instead of one word that nothing has, the likeliest other. */
    private static String corrected(Found found) {
        return isMisspelt(found) ? found.misspelt().get(0).by().get(0) : found.text();
    }

    /** The things that the search terms stand for as a whole. */
    private List<Named> named(String query) {
        return Stream.of(true, false)
                .flatMap(actor -> names.named(query, actor).stream())
                .distinct()
                .map(meant -> suggestions.named(thing(meant.slug()), query.strip(), meant.reason()))
                .toList();
    }

    /** The things with the most similar names, if no text has the words themselves. */
    private List<Named> similar(Found found) {
        return found.hits().stream()
                .filter(hit -> hit.field() == MatchedField.NAME)
                .limit(MAX_SIMILAR)
                .map(hit -> suggestions.named(GraphReader.node(hit.iri()), hit.matched(), ""))
                .toList();
    }

    private Node thing(String slug) {
        return GraphReader.node(parts.reading().base().thing(slug));
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
