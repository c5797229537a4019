// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.onrecord.page.table.Filter;
import org.onrecord.query.Answer;
import org.onrecord.query.Question;
import org.onrecord.web.Conditional;
import org.onrecord.web.Reply;
import org.onrecord.web.negotiation.Choice;
import org.onrecord.web.sparql.Parameters;
import org.onrecord.web.thing.Graphs;

/**
 * {@code /statements}: the table of who said what, which is the question {@code statements} with filters as parameters.
 *
 * @param questions hold it
 * @param graphs writes the statements themselves
 */
public record StatementTable(Questions questions, Graphs graphs) {
    private static final String NAME = "statements";
    private static final Set<String> OTHERS = Set.of("format", "sort", "page");
    private static final List<RowForm> FORMS = List.of(
            RowForm.HTML,
            RowForm.JSON,
            RowForm.PLAIN_JSON,
            RowForm.CSV,
            RowForm.TSV,
            RowForm.XML,
            RowForm.TURTLE,
            RowForm.JSONLD,
            RowForm.NTRIPLES);

    /** Answers a request. */
    public Reply reply(HttpServletRequest request) {
        Choice choice = Choice.of(request);
        Parameters parameters = Parameters.of(request);
        RowForm form = choice.among(FORMS, parameters.one("format"), request);
        Question question = questions.catalogue().find(NAME).orElseThrow();
        Map<String, List<String>> values = Values.of(parameters, OTHERS);
        if (form == RowForm.HTML) {
            return page(request, parameters);
        }
        Query query = Values.bound(questions.binder(), question, values);
        Reply reply = switch (form) {
            case TURTLE, JSONLD, NTRIPLES -> triples(request, form, query);
            default -> questions.sparql().answer(query, Optional.of(form.mediaType()), request);
        };
        return reply.with("Link", "</queries/statements.rq>; rel=\"describedby\"; type=\"application/sparql-query\"");
    }

    private Reply page(HttpServletRequest request, Parameters parameters) {
        Map<String, List<String>> all = new LinkedHashMap<>(parameters.values());
        String html = questions
                .sparql()
                .within(request, budget -> questions.pages().statements(new Filter(all)))
                .text();
        return Conditional.of(request, "text/html;charset=utf-8", html);
    }

    private Reply triples(HttpServletRequest request, RowForm form, Query query) {
        List<Node> found = questions
                .sparql()
                .within(
                        request,
                        budget -> ((Answer.Rows) questions.sparql().ask(query, budget))
                                .rows().stream()
                                        .map(row -> row.get("statement"))
                                        .distinct()
                                        .toList());
        return Conditional.of(
                request, form.contentType(), graphs.together(found, form.names().get(0)));
    }
}
