// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.release.Release;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.Rec;

/** Atom feed, sitemap, robots.txt and security.txt. Immutable. */
public final class Feeds {
    private static final int NEWEST = 50;
    private static final long VALID_DAYS = 180;
    private static final List<String> PAGES = List.of(
            "/",
            "/statements",
            "/timeline",
            "/network",
            "/map",
            "/queries",
            "/ontology",
            "/shapes",
            "/code",
            "/graph",
            "/dataset",
            "/dumps/",
            "/changes",
            "/sparql",
            "/validate");

    private final GraphReader reading;
    private final Instant made;
    private final List<String> things;
    private final List<Node> newest;

    /**
     * Creates the feeds of a release.
     *
     * @param made the start of serving the release
     */
    public Feeds(Release release, Instant made) {
        this.reading = GraphReader.of(release);
        this.made = made.truncatedTo(ChronoUnit.SECONDS);
        this.things = release.everything().stream(Node.ANY, RDF.Nodes.type, Node.ANY)
                .map(Triple::getSubject)
                .filter(node -> node.isURI() && node.getURI().startsWith(Namespace.THINGS))
                .map(node -> node.getURI().substring(Namespace.THINGS.length()))
                .filter(path -> path.indexOf('#') < 0)
                .distinct()
                .sorted()
                .toList();
        this.newest = new ArrayList<>(reading.instances(Rec.STATEMENT).stream()
                .filter(node -> !reading.text(node, Rec.DEPTH).orElse("0").equals("0"))
                .sorted(Comparator.comparing(this::day, Comparator.reverseOrder())
                        .thenComparing(Node::getURI))
                .limit(NEWEST)
                .toList());
    }

    private String day(Node statement) {
        return reading.text(statement, Rec.STATED_ON)
                .or(() -> reading.text(statement, Rec.STATED_UNTIL))
                .orElse("");
    }

    /** Atom feed (RFC 4287) of the latest statements. All entries have the time at which the release was published. */
    public String atom(String origin) {
        Xml xml = new Xml("feed", "http://www.w3.org/2005/Atom")
                .element("title", "On Record: who stated what")
                .element("id", Namespace.BASE)
                .element("updated", made.toString())
                .empty("link", Map.of("rel", "self", "href", origin + "/feed.atom"))
                .empty("link", Map.of("rel", "alternate", "type", "text/html", "href", origin + "/"))
                .element("rights", "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/");
        newest.forEach(statement -> entry(xml, statement, origin));
        return xml.end();
    }

    private void entry(Xml xml, Node statement, String origin) {
        String iri = statement.getURI();
        String content = reading.text(statement, Rec.CONTENT).orElse("");
        String speaker =
                reading.ref(statement, Rec.SPEAKER).map(ref -> ref.label()).orElse("Somebody");
        xml.open("entry")
                .element("title", speaker + ": " + content)
                .element("id", iri)
                .element("updated", made.toString());
        Optional.of(day(statement))
                .filter(date -> date.matches("\\d{4}-\\d\\d-\\d\\d"))
                .ifPresent(date -> xml.element("published", date + "T00:00:00Z"));
        xml.open("author").element("name", "On Record").close();
        String address = origin + "/doc/" + iri.substring(Namespace.THINGS.length());
        xml.empty("link", Map.of("rel", "alternate", "href", address))
                .element("summary", content)
                .close();
    }

    /** The sitemap of all pages (sitemaps.org, 0.9). */
    public String sitemap(String origin) {
        Xml xml = new Xml("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
        PAGES.forEach(page -> xml.open("url").element("loc", origin + page).close());
        things.forEach(
                path -> xml.open("url").element("loc", origin + "/doc/" + path).close());
        return xml.end();
    }

    /** robots.txt (RFC 9309); excludes addresses with computed results. */
    public static String robots(String origin) {
        return """
                User-agent: *
                Disallow: /sparql?
                Disallow: /search?
                Disallow: /statements?
                Disallow: /queries/*?
                Disallow: /metrics
                Disallow: /health/
                Crawl-delay: 2
                Sitemap: %s/sitemap.xml
                """.formatted(origin);
    }

    /** security.txt (RFC 9116). */
    public String security(String contact, String origin) {
        return """
                Contact: %s
                Expires: %s
                Preferred-Languages: en
                Canonical: %s/.well-known/security.txt
                """.formatted(
                contact.contains(":") ? contact : "mailto:" + contact, made.plus(VALID_DAYS, ChronoUnit.DAYS), origin);
    }
}
