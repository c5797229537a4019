// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.onrecord.vocabulary.Namespace;

/**
 * What stands around every page.
 *
 * @param words the interface's words
 * @param title the page's title, without the site's name
 * @param path the page's address from the root; empty for a page that has none, as that of an error
 * @param cited what is cited on this page, if it is one thing: its IRI and a line that names it
 * @param structured what search engines read of it: JSON-LD that is safe inside of a script element
 * @param release the 64 hexadecimal digits that name the release
 * @param contact a mail address for errors
 */
public record Frame(
        PageTexts words,
        String title,
        String path,
        Optional<Cited> cited,
        Optional<String> structured,
        String release,
        Optional<String> contact) {
    /** The formats of data that a thing's page links to: ending and media type. */
    public static final List<List<String>> FORMATS = List.of(
            List.of("ttl", "text/turtle", "Turtle"),
            List.of("jsonld", "application/ld+json", "JSON-LD"),
            List.of("nt", "application/n-triples", "N-Triples"),
            List.of("rdf", "application/rdf+xml", "RDF/XML"));

    /**
     * A thing that a page is about.
     *
     * @param iri what RDF calls it
     * @param line how a citation names it
     */
    public record Cited(String iri, String line) {}

    /** A citation of what the page shows, in this release. */
    public String citation() {
        return words.get(
                "cite.line", cited.map(Cited::line).orElse(title).replaceAll("[.]$", ""), Brief.digest(release), iri());
    }

    /** Whether the page shows what can be cited; an error cannot. */
    public boolean isCitable() {
        return !path.isEmpty();
    }

    /** What the page shows has this IRI; the page itself has it where it is about no one thing. */
    public String iri() {
        return cited.map(Cited::iri).orElse(Namespace.BASE + (isCitable() ? path.substring(1) : ""));
    }

    /** A mail to the operator that names the thing and the release. */
    public Optional<String> report() {
        return contact.map(mail -> "mailto:" + mail + "?subject=" + encode(words.get("report.subject", title))
                + "&body=" + encode(words.get("report.body", iri(), release)));
    }

    /** The page's data in a format, if it is about one thing. */
    public Optional<String> data(String ending) {
        return cited.map(thing -> path + "." + ending);
    }

    /** Whether a link of the head leads to this page. */
    public boolean isAt(String link) {
        return path.equals(link) || path.startsWith(link + "/") || path.startsWith(link + "?");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
