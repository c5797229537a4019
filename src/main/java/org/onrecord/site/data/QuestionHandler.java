// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.onrecord.http.Body;
import org.onrecord.http.Choice;
import org.onrecord.http.Conditional;
import org.onrecord.http.Parameters;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;
import org.onrecord.query.BindResult;
import org.onrecord.query.Binder;
import org.onrecord.query.Catalogue;
import org.onrecord.query.Question;
import org.onrecord.site.kind.Filter;
import org.onrecord.site.page.Pages;
import org.onrecord.sparql.SparqlEndpoint;
import org.onrecord.vocabulary.Format;

/**
 * {@code /queries/{name}}: answers a question of the catalogue with the parameters of the request.
 *
 * @param catalogue the catalogue
 * @param binder binds parameter values
 * @param pages renders HTML
 * @param sparql runs the queries within its limits
 */
public record QuestionHandler(Catalogue catalogue, Binder binder, Pages pages, SparqlEndpoint sparql) {
    private static final Set<String> RESERVED = Set.of("format");

    /** Aliases of other formats. */
    private static final Set<Format> ALIASES = EnumSet.of(Format.JSON, Format.XML, Format.SPREADSHEET);

    /** The formats of a question: HTML, result formats, and the query text. */
    static List<Format> formats(Query query) {
        return Stream.of(List.of(Format.HTML), Format.ofAnswer(query), List.of(Format.QUERY))
                .flatMap(List::stream)
                .toList();
    }

    /** Answers a request. */
    public Reply reply(HttpServletRequest request) {
        Choice choice = Choice.of(request);
        String name = choice.path().substring("/queries/".length());
        Question question = catalogue.find(name).orElseThrow(() -> missing(name));
        Parameters parameters = Parameters.of(request);
        Format format = choice.among(formats(question.query()), parameters.one("format"), request);
        Map<String, List<String>> values = ParameterValues.of(parameters, RESERVED);
        return switch (format) {
            case HTML -> withLinks(page(request, question, values), choice, question);
            case QUERY ->
                withLinks(
                        Conditional.of(request, format.mediaType() + ";charset=utf-8", question.source()),
                        choice,
                        question);
            default -> withLinks(answer(request, name, values, format), request, choice, values);
        };
    }

    /**
     * Answers a question.
     *
     * @param format a format of its answer
     * @throws ProblemException if the question does not exist or a value is invalid
     */
    public Reply answer(HttpServletRequest request, String name, Map<String, List<String>> values, Format format) {
        Question question = catalogue.find(name).orElseThrow(() -> missing(name));
        return sparql.answer(bound(request, question, values).query(), format, request);
    }

    /**
     * Binds values to a question. Name lookups run within the query limits.
     *
     * @throws ProblemException if a value is invalid
     */
    BindResult.Bound bound(HttpServletRequest request, Question question, Map<String, List<String>> values) {
        return sparql.within(request, budget -> ParameterValues.bound(binder, question, values));
    }

    private Reply withLinks(Reply reply, HttpServletRequest request, Choice choice, Map<String, List<String>> values) {
        if (reply.status() == HttpServletResponse.SC_NOT_MODIFIED) {
            // The query did not run, so the number of rows is unknown.
            return reply;
        }
        List<String> links = new ArrayList<>();
        pageLinks(request, choice, values)
                .forEach((relation, address) -> links.add("<" + address + ">; rel=\"" + relation + "\""));
        links.add("<" + choice.path() + ".rq>; rel=\"describedby\"; type=\"application/sparql-query\"");
        sparql.licenceLink().ifPresent(links::add);
        return reply.with("Link", String.join(", ", links));
    }

    /** Links to the previous and next page, if the request has a limit. */
    private static Map<String, String> pageLinks(
            HttpServletRequest request, Choice choice, Map<String, List<String>> values) {
        Map<String, String> links = new LinkedHashMap<>();
        long limit = number(values, "limit").orElse(0L);
        long offset = number(values, "offset").orElse(0L);
        Object rows = request.getAttribute(SparqlEndpoint.ROWS);
        if (limit > 0 && rows instanceof Long found && found >= limit) {
            links.put("next", pageAddress(request, choice, values, offset + limit));
        }
        if (limit > 0 && offset > 0) {
            links.put("prev", pageAddress(request, choice, values, Math.max(0, offset - limit)));
        }
        return links;
    }

    private static String pageAddress(
            HttpServletRequest request, Choice choice, Map<String, List<String>> values, long offset) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(values);
        parameters.put("offset", List.of(String.valueOf(offset)));
        List<String> format = Parameters.of(request).all("format");
        if (!format.isEmpty()) {
            parameters.put("format", format);
        }
        return Filter.href(
                choice.path()
                        + choice.ending().map(extension -> "." + extension).orElse(""),
                parameters);
    }

    private static Optional<Long> number(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Long::valueOf)
                .findFirst();
    }

    private Reply page(HttpServletRequest request, Question question, Map<String, List<String>> values) {
        Rendered rendered = sparql.within(
                request,
                budget -> new Rendered(
                        pages.query(question.name(), values, query -> sparql.ask(query, budget))
                                .orElseThrow(() -> missing(question.name())),
                        !values.isEmpty() && binder.bind(question, values) instanceof BindResult.Refused));
        return rendered.refused()
                ? Reply.of(ProblemType.WRONG_VALUE.status(), Format.HTML.contentType(), Body.of(rendered.html()))
                        .with("Cache-Control", "no-store")
                        .with("Vary", "Accept, Accept-Encoding")
                : Conditional.of(request, Format.HTML.contentType(), rendered.html());
    }

    /**
     * A rendered page.
     *
     * @param html the page
     * @param refused whether the page reports invalid values
     */
    private record Rendered(String html, boolean refused) {}

    private static Reply withLinks(Reply reply, Choice choice, Question question) {
        return reply.with(
                "Link",
                choice.alternates(formats(question.query()).stream()
                        .filter(format -> !ALIASES.contains(format))
                        .toList()));
    }

    private ProblemException missing(String name) {
        List<String> near = catalogue.nearest(name);
        return new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND, "Question '" + name + "' not found. See /queries for all questions.")
                .near(near.stream().map(question -> "/queries/" + question).toList()));
    }
}
