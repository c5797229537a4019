// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.page;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");

    /**
     * An article.
     *
     * @param headline its headline
     * @param publisher its publisher; may be empty
     * @param published the day of publication, ISO; empty if the article has none
     * @param stated the day of stating, ISO, or an interval; empty if unknown
     * @param words the speaker's own words, in quotation marks; may be empty
     */
    public record Source(String headline, String publisher, String published, String stated, String words) {
        private String text() {
            return (words.isEmpty() ? "" : words + ". ") + (stated.isEmpty() ? "" : "Stated " + stated + ". ")
                    + "In: \u201c" + headline + "\u201d, " + (publisher.isEmpty() ? "" : publisher + ", ")
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

    /** The title; in brackets if it is our description of what was stated, not the speaker's words. */
    private String described() {
        return source.isPresent() ? "[" + title.replaceAll("[.]$", "") + "]" : title;
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
                + bibtex("title", "{" + bibtex(described()) + "}", title)
                + source.map(in -> bibtex("howpublished", bibtex(in.text()), in.text())
                                + bibtex("year", in.published().replaceAll("-.*", ""), in.published()))
                        .orElse("")
                + bibtex("note", bibtex(version()), version()) + "  url = {" + iri + "}\n}";
    }

    private static String bibtex(String name, String value, String given) {
        return given.isEmpty() ? "" : "  " + name + " = {" + value + "},\n";
    }

    private static String bibtex(String text) {
        return text.replaceAll("[\\\\{}]", "")
                .replaceAll("\\s+", " ")
                .replaceAll("([#$%&_])", "\\\\$1")
                .replace("~", "\\textasciitilde ")
                .replace("^", "\\textasciicircum ");
    }

    /** A RIS record. */
    public String ris() {
        return ris("TY", source.isPresent() ? "NEWS" : "GEN") + ris("AU", author) + ris("TI", described())
                + source.map(in -> ris("T2", in.headline())
                                + ris("PB", in.publisher())
                                + ris("DA", in.published().replaceAll("^(....)-(..)-(..).*$", "$1/$2/$3"))
                                + ris("AB", in.words())
                                + ris("N1", in.stated().isEmpty() ? "" : "Stated " + in.stated()))
                        .orElse("")
                + ris("N1", version()) + ris("UR", iri) + "ER  - ";
    }

    private static String ris(String tag, String value) {
        return value.isEmpty() ? "" : tag + "  - " + value.replaceAll("\\s+", " ") + "\n";
    }

    /** A CSL-JSON item. */
    public String csl() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", key())
                .add("type", source.isPresent() ? "article-newspaper" : "dataset")
                .add("title", described());
        if (!author.isEmpty()) {
            json.add(
                    "author",
                    JSON.createArrayBuilder().add(JSON.createObjectBuilder().add("literal", author)));
        }
        source.ifPresent(in -> {
            json.add("container-title", in.headline());
            if (!in.words().isEmpty()) {
                json.add("abstract", in.words());
            }
            if (!in.publisher().isEmpty()) {
                json.add("publisher", in.publisher());
            }
            Matcher day = DAY.matcher(in.published());
            if (day.lookingAt()) {
                var parts = JSON.createArrayBuilder();
                for (int group = 1; group <= day.groupCount(); group++) {
                    parts.add(Integer.parseInt(day.group(group)));
                }
                json.add(
                        "issued",
                        JSON.createObjectBuilder()
                                .add("date-parts", JSON.createArrayBuilder().add(parts)));
            }
        });
        return json.add("note", version()).add("URL", iri).build().toString();
    }
}
