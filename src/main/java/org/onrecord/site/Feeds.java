// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.query.Names;
import org.onrecord.release.Release;
import org.onrecord.release.Withdrawal;
import org.onrecord.site.data.Origin;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.page.Pages;
import org.onrecord.site.page.Templates;
import org.onrecord.site.thing.StatementLine;
import org.onrecord.vocabulary.Prov;
import org.onrecord.vocabulary.XmlText;

/** Atom feed, sitemap, robots.txt and security.txt. Immutable. */
final class Feeds {
    /** The pages that are not of a thing. */
    private static final List<String> PAGES = List.of(
            ("/ /statements /timeline /network /map /queries /ontology /shapes /code /graph /dataset /dumps/ /changes /sparql"
                            + " /validate")
                    .split(" "));

    private static final int NEWEST = 50;
    private static final long VALID_DAYS = 180;

    private final Release release;
    private final Instant made;
    private final Pages pages;

    /**
     * Creates the feeds of a release.
     *
     * @param made the start of serving the release
     */
    Feeds(Release release, Pages pages, Instant made) {
        this.release = release;
        this.made = made.truncatedTo(ChronoUnit.SECONDS);
        this.pages = pages;
    }

    /**
     * Atom feed (RFC 4287) of the latest statements that a filter selects, and without a filter of withdrawals. The time of
     * a statement is that at which its article was coded.
     */
    String atom(String origin, Filter filter) {
        List<StatementLine> newest = pages.filtered().newest(filter, NEWEST);
        List<Withdrawal> withdrawals = filter.narrowing().isEmpty() ? Withdrawal.all(release.everything()) : List.of();
        Map<String, String> coded = new HashMap<>();
        newest.forEach(line -> coded.computeIfAbsent(line.source().article().iri(), this::coded));
        String updated = Stream.concat(
                        coded.values().stream(), withdrawals.stream().map(gone -> gone.day() + "T00:00:00Z"))
                .max(Comparator.naturalOrder())
                .orElse(made.toString());
        return xml(Templates.render(
                "feed",
                Map.of(
                        "origin", origin,
                        "path", Filter.href("/feed.atom", filter.narrowing()),
                        "page", Filter.href("/statements", filter.narrowing()),
                        "updated", updated,
                        "coded", coded,
                        "statements", newest,
                        "withdrawals", withdrawals,
                        "release", release)));
    }

    /** When an article was coded, else the start of serving. */
    private String coded(String article) {
        return release.everything().stream(NodeFactory.createURI(article + "#coding"), Prov.ENDED_AT_TIME, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .filter(time -> time.matches("[0-9-]{10}T[0-9:.]{8,}(?:Z|[+-][0-9:]{5})"))
                .findFirst()
                .orElse(made.toString());
    }

    /** The sitemap of all pages, or a part of it. */
    String sitemap(String origin, Optional<String> part) {
        Set<Node> withdrawn = Withdrawal.all(release.everything()).stream()
                .map(Withdrawal::article)
                .collect(Collectors.toSet());
        Stream<String> things = Names.of(release).slugs().stream()
                .filter(slug ->
                        !withdrawn.contains(NodeFactory.createURI(release.base().thing(slug))))
                .map(slug -> "/doc/" + slug);
        return xml(new Sitemap(Stream.concat(PAGES.stream(), things).toList(), Sitemap.MOST).xml(origin, part));
    }

    private static String xml(String text) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + XmlText.INVALID.matcher(text).replaceAll(" ");
    }

    /** robots.txt (RFC 9309); excludes addresses with computed results. */
    static String robots(Origin origin, HttpServletRequest request) {
        return """
                User-agent: *
                Disallow: %2$s/sparql?
                Disallow: %2$s/search?
                Disallow: %2$s/statements?
                Disallow: %2$s/timeline?
                Disallow: %2$s/network?
                Disallow: %2$s/feed.atom?
                Disallow: %2$s/queries/*?
                Disallow: %2$s/metrics
                Disallow: %2$s/health/
                Crawl-delay: 2
                Sitemap: %1$s/sitemap.xml
                """.formatted(origin.of(request), origin.path());
    }

    /** security.txt (RFC 9116). */
    String security(String contact, String origin) {
        return """
                Contact: %s
                Expires: %s
                Preferred-Languages: en
                Canonical: %s/.well-known/security.txt
                """.formatted(
                contact.contains(":") ? contact : "mailto:" + contact, made.plus(VALID_DAYS, ChronoUnit.DAYS), origin);
    }
}
