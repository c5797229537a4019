// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.http.Choice;
import org.onrecord.http.Conditional;
import org.onrecord.http.Parameters;
import org.onrecord.http.ProblemException;
import org.onrecord.http.Reply;
import org.onrecord.query.Exclusions;
import org.onrecord.query.Names;
import org.onrecord.release.Release;
import org.onrecord.search.Found;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchStore;
import org.onrecord.search.Spelling;
import org.onrecord.site.guide.SearchPage;
import org.onrecord.site.page.Pages;
import org.onrecord.sparql.SparqlEndpoint;
import org.onrecord.vocabulary.Format;

/**
 * {@code /search?q=}: full-text search over names and statement contents.
 *
 * @param release the release
 * @param pages renders the results
 * @param sparql runs the query of a question that the text asks, within its limits
 * @param indexes the search indexes
 */
record SearchHandler(Release release, Pages pages, SparqlEndpoint sparql, SearchStore indexes) {
    private static final Duration PREVIEW = Duration.ofSeconds(2);
    private static final int MAX_HITS = 2_000;
    private static final int MAX_JSON = 50;
    private static final int MAX_LENGTH = 200;

    /** A text with several words between its only two quotation marks. */
    private static final Pattern QUOTED =
            Pattern.compile("([^Q]*)[Q]([^Q]*\\s[^Q]*)[Q]([^Q]*)".replace("Q", "\"\u201c\u201d\u201e\u00ab\u00bb"));

    Reply reply(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request);
        String given = parameters.one("q").orElse("");
        String query = given.length() > MAX_LENGTH ? given.substring(0, MAX_LENGTH) : given;
        Format format = Choice.of(request).among(Choice.PAGE, parameters.one("format"), request);
        Optional<String> kind = kind(parameters);
        Found found = indexes.of(release, pages::printed)
                .search(quoted(Exclusions.in(query, Names.of(release)).rest()), MAX_HITS);
        return Conditional.of(
                request,
                format.contentType(),
                format == Format.HTML ? page(request, query, kind, found) : json(query, kind, found.hits()));
    }

    /** What stands between quotation marks, which is what is looked for if neither it nor a word outside is a name; else the text. */
    private String quoted(String query) {
        Matcher quoted = QUOTED.matcher(query);
        if (!quoted.matches()) {
            return query;
        }
        Names names = Names.of(release);
        boolean isNamed = Stream.concat(
                        Stream.of(quoted.group(2)),
                        Spelling.normalized(quoted.group(1) + " " + quoted.group(3)).stream())
                .anyMatch(text -> !names.named(text, false).isEmpty()
                        || !names.named(text, true).isEmpty());
        return isNamed ? query : quoted.group(2);
    }

    /** A page with the first rows of the best question; without them, if that takes too long or the server is busy. */
    private String page(HttpServletRequest request, String query, Optional<String> kind, Found found) {
        try {
            return pages.search(
                    query,
                    kind,
                    found,
                    Optional.of(asked -> sparql.within(request, PREVIEW, budget -> sparql.ask(asked, budget))));
        } catch (ProblemException e) {
            return pages.search(query, kind, found, Optional.empty());
        }
    }

    private static Optional<String> kind(Parameters parameters) {
        Optional<String> kind = parameters.one("kind");
        if (kind.isPresent() && !SearchPage.KINDS.contains(kind.get())) {
            throw Parameters.bad(
                    "Invalid kind '" + kind.get() + "': use one of " + String.join(", ", SearchPage.KINDS) + ".");
        }
        return kind;
    }

    private static String json(String query, Optional<String> kind, List<Hit> hits) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        List<Hit> chosen = hits.stream()
                .filter(hit ->
                        kind.filter(only -> !only.equals(Pages.kind(hit))).isEmpty())
                .limit(MAX_JSON)
                .toList();
        chosen.forEach(hit -> array.add(JSON.createObjectBuilder()
                .add("id", hit.iri())
                .add("kind", hit.kind())
                .add("label", hit.label())
                .add("matched", hit.matched())
                .add("score", hit.score())));
        return JSON.createObjectBuilder().add("query", query).add("hits", array).build() + "\n";
    }
}
