// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.onrecord.vocabulary.Kind;

/**
 * Data of the page layout.
 *
 * @param words the texts of the user interface
 * @param title the page title, without the site name
 * @param path the address relative to the root; empty for error pages
 * @param cited the thing described by the page, if any
 * @param structured JSON-LD for search engines, escaped for a script element
 * @param edition what all pages of a release have in common
 */
public record Frame(
        PageTexts words,
        String title,
        String path,
        Optional<Citation> cited,
        Optional<String> structured,
        Edition edition) {
    /** The data formats linked from pages of things: extension, media type, name. */
    public static final List<List<String>> FORMATS = List.of(
            List.of("ttl", "text/turtle", "Turtle"),
            List.of("jsonld", "application/ld+json", "JSON-LD"),
            List.of("nt", "application/n-triples", "N-Triples"),
            List.of("rdf", "application/rdf+xml", "RDF/XML"));

    /** A citation with the release. */
    public Citation citation() {
        return cited.orElseGet(() -> new Citation(
                iri(), "", title, Optional.empty(), edition.profile().name(), Brief.digest(edition.release())));
    }

    /** Whether the page can be cited; false for error pages. */
    public boolean isCitable() {
        return !path.isEmpty();
    }

    /** The IRI of the thing, or of the page if it describes none. */
    public String iri() {
        return cited.map(Citation::iri).orElse(edition.base().iri() + (isCitable() ? path.substring(1) : ""));
    }

    /** A {@code mailto:} link for error reports, with thing and release. */
    public Optional<String> report() {
        return edition.contact()
                .map(mail -> "mailto:" + mail + "?subject="
                        + encode(words.get(
                                "report.subject", title, edition.profile().name())) + "&body="
                        + encode(words.get("report.body", iri(), edition.release())));
    }

    /** The address of the data in a format, if the page describes a thing. */
    public Optional<String> data(String extension) {
        return cited.map(thing -> path + "." + extension);
    }

    /** The feed of statements by an actor or about a thing, if the page describes one. */
    public Optional<String> feed() {
        return edition.base()
                .slug(iri())
                .filter(slug -> cited.isPresent() && !slug.matches("(?:statement|article|claim|narrator)/.*|.*#.*"))
                .map(slug -> "/feed.atom?" + (Kind.ACTORS.contains(slug.replaceAll("/.*", "")) ? "speaker=" : "about=")
                        + slug);
    }

    /** Whether a navigation link points to this page. */
    public boolean isAt(String link) {
        return path.equals(link) || path.startsWith(link + "/") || path.startsWith(link + "?");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
