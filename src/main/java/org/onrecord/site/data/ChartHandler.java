// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.onrecord.http.Choice;
import org.onrecord.http.Conditional;
import org.onrecord.http.Parameters;
import org.onrecord.http.Reply;
import org.onrecord.site.kind.Filter;
import org.onrecord.vocabulary.Format;

/**
 * {@code /timeline}, {@code /network}: a chart, and the data of the question that selects it.
 *
 * @param path the address
 * @param question the name of the question that selects the data
 * @param page renders the chart of the statements that a filter selects
 * @param statements reads the filter
 */
public record ChartHandler(String path, String question, Function<Filter, String> page, StatementsHandler statements) {
    private static final List<Format> FORMATS =
            List.of(Format.HTML, Format.SPARQL_JSON, Format.JSON, Format.CSV, Format.TSV);

    /** Answers a request. */
    public Reply reply(HttpServletRequest request) {
        Format format = Choice.of(request).among(FORMATS, Parameters.of(request).one("format"), request);
        Reply reply = format == Format.HTML
                ? page(request)
                : statements
                        .questions()
                        .answer(
                                request,
                                question,
                                ParameterValues.of(Parameters.of(request), StatementsHandler.RESERVED),
                                format);
        return reply.with(
                "Link",
                "<" + path + ".json>; rel=\"alternate\"; type=\"application/sparql-results+json\", <" + path
                        + ".csv>; rel=\"alternate\"; type=\"text/csv\"");
    }

    private Reply page(HttpServletRequest request) {
        Filter filter = statements.filter(request);
        String html = statements.questions().sparql().within(request, budget -> page.apply(filter));
        return Conditional.of(request, Format.HTML.contentType(), html);
    }
}
