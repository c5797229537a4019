// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a page is cited: as text, BibTeX, RIS and CSL-JSON. What somebody stated has the speaker as author.
 *
 * @param iri the thing
 * @param author who stated it, through whom; empty if it is no statement
 * @param title what was stated, or the name of the thing; of a claim with those who affirm or deny it
 * @param source the article, if it is a statement
 * @param site the name of the site
 * @param release the release, shortened
 */
public record Citation(String iri, String author, String title, Optional<Source> source, String site, String release) {
    /**
     * An article.
     *
     * @param headline its headline
     * @param publisher its publisher; may be empty
     * @param published the day of publication, ISO; empty if the article has none
     */
    public record Source(String headline, String publisher, String published) {
        private String text() {
            return "In: \u201c" + headline + "\u201d, " + (publisher.isEmpty() ? "" : publisher + ", ")
                    + (published.isEmpty() ? "no date" : published);
        }
    }

    /** Who stated what. */
    public String heading() {
        return author.isEmpty() ? title : author + ": " + title;
    }

    /** The citation as a sentence. */
    public String text() {
        return heading().replaceAll("[.]$", "") + ". "
                + source.map(in -> in.text() + ". ").orElse("") + version() + ". " + iri;
    }

    private String version() {
        return site + ", release " + release;
    }

    private String key() {
        return iri.replaceAll("^.*/id/", "").replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** A BibTeX entry. */
    public String bibtex() {
        return "@misc{" + key() + ",\n" + bibtex("author", "{" + bibtex(author) + "}", author)
                + bibtex("title", "{" + bibtex(title) + "}", title)
                + source.map(in -> bibtex("howpublished", bibtex(in.text()), in.text())
                                + bibtex("year", in.published().replaceAll("-.*", ""), in.published()))
                        .orElse("")
                + bibtex("note", bibtex(version()), version()) + "  url = {" + iri + "}\n}";
    }

    private static String bibtex(String name, String value, String given) {
        return given.isEmpty() ? "" : "  " + name + " = {" + value + "},\n";
    }

    private static String bibtex(String text) {
        return text.replace("\\", "").replaceAll("[{}]", "").replaceAll("([#$%&_])", "\\\\$1");
    }

    /** A RIS record. */
    public String ris() {
        return ris("TY", source.isPresent() ? "NEWS" : "GEN") + ris("AU", author) + ris("TI", title)
                + source.map(in -> ris("T2", in.headline())
                                + ris("PB", in.publisher())
                                + ris("DA", in.published().replace('-', '/')))
                        .orElse("")
                + ris("N1", version()) + ris("UR", iri) + "ER  - ";
    }

    private static String ris(String tag, String value) {
        return value.isEmpty() ? "" : tag + "  - " + value + "\n";
    }

    /** A CSL-JSON item. */
    public String csl() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", key())
                .add("type", source.isPresent() ? "article-newspaper" : "dataset")
                .add("title", title);
        if (!author.isEmpty()) {
            json.add(
                    "author",
                    JSON.createArrayBuilder().add(JSON.createObjectBuilder().add("literal", author)));
        }
        source.ifPresent(in -> {
            json.add("container-title", in.headline());
            if (!in.publisher().isEmpty()) {
                json.add("publisher", in.publisher());
            }
            if (!in.published().isEmpty()) {
                var parts = JSON.createArrayBuilder(Arrays.stream(in.published().split("-"))
                        .map(Integer::valueOf)
                        .collect(Collectors.toList()));
                json.add(
                        "issued",
                        JSON.createObjectBuilder()
                                .add("date-parts", JSON.createArrayBuilder().add(parts)));
            }
        });
        return json.add("note", version()).add("URL", iri).build().toString();
    }
}
