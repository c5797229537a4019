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
import org.onrecord.site.page.Html;
import org.onrecord.site.page.Pages;
import org.onrecord.sparql.SparqlEndpoint;
import org.onrecord.vocabulary.Format;

/**
 * {@code /queries/{name}}: a question of the catalogue, asked with the parameters of the address.
 *
 * @param catalogue the questions
 * @param binder gives them values
 * @param pages shows them
 * @param sparql answers, within its limits
 */
public record Questions(Catalogue catalogue, Binder binder, Pages pages, SparqlEndpoint sparql) {
    private static final Set<String> OTHERS = Set.of("format");
    /** The same as others under another name. */
    private static final Set<Format> UNLINKED = EnumSet.of(Format.JSON, Format.XML, Format.SPREADSHEET);

    private static final String PAGE = "text/html;charset=utf-8";

    /** The formats of a question: a page, those of its answer, its text. */
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
        Format form = choice.among(formats(question.query()), parameters.one("format"), request);
        Map<String, List<String>> values = ParameterValues.of(parameters, OTHERS);
        return switch (form) {
            case HTML -> linked(page(request, question, values), choice, question);
            case QUERY ->
                linked(
                        Conditional.of(request, form.mediaType() + ";charset=utf-8", question.source()),
                        choice,
                        question);
            default -> answer(request, choice, question, form);
        };
    }

    /**
     * The answer to a question.
     *
     * @param format a media type
     * @throws ProblemException if there is no such question, or the values do not fit
     */
    public Reply answer(
            HttpServletRequest request, String name, Map<String, List<String>> values, Optional<String> format) {
        Question question = catalogue.find(name).orElseThrow(() -> missing(name));
        return sparql.answer(bound(request, question, values).query(), format, request);
    }

    /**
     * A question with values in it; looking for names takes time, and is done within the limits.
     *
     * @throws ProblemException if the values do not fit
     */
    BindResult.Bound bound(HttpServletRequest request, Question question, Map<String, List<String>> values) {
        return sparql.within(request, budget -> ParameterValues.bound(binder, question, values));
    }

    private Reply answer(HttpServletRequest request, Choice choice, Question question, Format form) {
        Map<String, List<String>> values = ParameterValues.of(Parameters.of(request), OTHERS);
        Reply reply = sparql.answer(bound(request, question, values).query(), Optional.of(form.mediaType()), request);
        if (reply.status() == HttpServletResponse.SC_NOT_MODIFIED) {
            // Nothing was asked, so nobody knows whether there is a next page; the client's copy does.
            return reply;
        }
        List<String> links = new ArrayList<>();
        neighbour(request, choice, values)
                .forEach((relation, address) -> links.add("<" + address + ">; rel=\"" + relation + "\""));
        links.add("<" + choice.path() + ".rq>; rel=\"describedby\"; type=\"application/sparql-query\"");
        links.add("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"");
        return reply.with("Link", String.join(", ", links));
    }

    /** The pages before and after, where the request has a limit. */
    private static Map<String, String> neighbour(
            HttpServletRequest request, Choice choice, Map<String, List<String>> values) {
        Map<String, String> links = new LinkedHashMap<>();
        long limit = number(values, "limit").orElse(0L);
        long offset = number(values, "offset").orElse(0L);
        Object rows = request.getAttribute(SparqlEndpoint.ROWS);
        if (limit > 0 && rows instanceof Long found && found >= limit) {
            links.put("next", at(request, choice, values, offset + limit));
        }
        if (limit > 0 && offset > 0) {
            links.put("prev", at(request, choice, values, Math.max(0, offset - limit)));
        }
        return links;
    }

    private static String at(HttpServletRequest request, Choice choice, Map<String, List<String>> values, long offset) {
        Map<String, List<String>> moved = new LinkedHashMap<>(values);
        moved.put("offset", List.of(String.valueOf(offset)));
        List<String> format = Parameters.of(request).all("format");
        if (!format.isEmpty()) {
            moved.put("format", format);
        }
        return Filter.href(
                choice.path() + choice.ending().map(ending -> "." + ending).orElse(""), moved);
    }

    private static Optional<Long> number(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Long::valueOf)
                .findFirst();
    }

    private Reply page(HttpServletRequest request, Question question, Map<String, List<String>> values) {
        Shown shown = sparql.within(
                request,
                budget -> new Shown(
                        pages.query(question.name(), values, query -> sparql.ask(query, budget))
                                .orElseThrow(() -> missing(question.name())),
                        !values.isEmpty() && binder.bind(question, values) instanceof BindResult.Refused));
        return shown.refused()
                ? Reply.of(
                                ProblemType.WRONG_VALUE.status(),
                                PAGE,
                                Body.of(shown.html().text()))
                        .with("Cache-Control", "no-store")
                        .with("Vary", "Accept, Accept-Encoding")
                : Conditional.of(request, PAGE, shown.html().text());
    }

    /**
     * A page.
     *
     * @param html shows the question
     * @param refused whether it shows what is wrong with the values
     */
    private record Shown(Html html, boolean refused) {}

    private static Reply linked(Reply reply, Choice choice, Question question) {
        List<String> links = new ArrayList<>();
        formats(question.query()).stream()
                .filter(form -> !UNLINKED.contains(form))
                .map(form -> "<" + choice.path() + "." + form.extension() + ">; rel=\"alternate\"; type=\""
                        + form.mediaType() + "\"")
                .forEach(links::add);
        return reply.with("Link", String.join(", ", links));
    }

    private ProblemException missing(String name) {
        List<String> near = catalogue.nearest(name);
        return new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND, "No question is called '" + name + "'. /queries lists them all.")
                .near(near.stream().map(question -> "/queries/" + question).toList()));
    }
}
