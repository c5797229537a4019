// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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
        Optional<Cited> cited,
        Optional<String> structured,
        Edition edition) {
    /** The data formats linked from pages of things: extension, media type, name. */
    public static final List<List<String>> FORMATS = List.of(
            List.of("ttl", "text/turtle", "Turtle"),
            List.of("jsonld", "application/ld+json", "JSON-LD"),
            List.of("nt", "application/n-triples", "N-Triples"),
            List.of("rdf", "application/rdf+xml", "RDF/XML"));

    /**
     * The thing described by a page.
     *
     * @param iri its IRI
     * @param line its name in citations
     */
    public record Cited(String iri, String line) {}

    /** A citation with the release. */
    public String citation() {
        return words.get(
                "cite.line",
                cited.map(Cited::line).orElse(title).replaceAll("[.]$", ""),
                Brief.digest(edition.release()),
                iri(),
                edition.profile().name());
    }

    /** Whether the page can be cited; false for error pages. */
    public boolean isCitable() {
        return !path.isEmpty();
    }

    /** The IRI of the thing, or of the page if it describes none. */
    public String iri() {
        return cited.map(Cited::iri).orElse(edition.base().iri() + (isCitable() ? path.substring(1) : ""));
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

    /** Whether a navigation link points to this page. */
    public boolean isAt(String link) {
        return path.equals(link) || path.startsWith(link + "/") || path.startsWith(link + "?");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
