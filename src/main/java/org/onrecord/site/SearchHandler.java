// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.onrecord.http.Choice;
import org.onrecord.http.Conditional;
import org.onrecord.http.Parameters;
import org.onrecord.http.Reply;
import org.onrecord.search.Hit;
import org.onrecord.search.SearchIndex;
import org.onrecord.site.page.Pages;
import org.onrecord.vocabulary.Format;

/**
 * {@code /search?q=}: what has a name or content like some words.
 *
 * @param index finds it
 * @param pages shows it
 */
record SearchHandler(SearchIndex index, Pages pages) {
    private static final int MOST = 50;
    private static final int LONGEST = 200;

    Reply reply(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request);
        String given = parameters.one("q").orElse("");
        String query = given.length() > LONGEST ? given.substring(0, LONGEST) : given;
        Format form = Choice.of(request).among(Choice.PAGE, parameters.one("format"), request);
        List<Hit> hits = index.search(query, MOST);
        return Conditional.of(
                request,
                form.contentType(),
                form == Format.HTML ? pages.search(query, hits).text() : json(query, hits));
    }

    private static String json(String query, List<Hit> hits) {
        JsonArrayBuilder found = Json.createArrayBuilder();
        hits.forEach(hit -> found.add(Json.createObjectBuilder()
                .add("id", hit.iri())
                .add("kind", hit.kind())
                .add("label", hit.label())
                .add("matched", hit.matched())
                .add("score", hit.score())));
        return Json.createObjectBuilder().add("query", query).add("hits", found).build() + "\n";
    }
}
