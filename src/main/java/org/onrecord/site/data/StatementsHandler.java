// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.onrecord.http.Choice;
import org.onrecord.http.Conditional;
import org.onrecord.http.Parameters;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;
import org.onrecord.query.Answer;
import org.onrecord.query.BindResult;
import org.onrecord.query.Names;
import org.onrecord.query.Question;
import org.onrecord.release.Release;
import org.onrecord.site.kind.Filter;
import org.onrecord.vocabulary.Format;

/**
 * {@code /statements}: the table of statements, which runs the question {@code statements} with filters as parameters.
 *
 * @param questions answers the question
 * @param descriptions the descriptions of statements
 * @param writer writes descriptions
 * @param names the names of things
 */
public record StatementsHandler(QuestionHandler questions, Descriptions descriptions, GraphWriter writer, Names names) {
    private static final String NAME = "statements";
    /** Parameters that are no filters. */
    static final Set<String> RESERVED = Set.of("format", "sort", "page");

    private static final List<Format> FORMATS = List.of(
            Format.HTML,
            Format.SPARQL_JSON,
            Format.JSON,
            Format.CSV,
            Format.SPREADSHEET,
            Format.TSV,
            Format.SPARQL_XML,
            Format.TURTLE,
            Format.JSONLD,
            Format.NTRIPLES);

    /** The handler of a release. */
    public static StatementsHandler of(QuestionHandler questions, Release release) {
        return new StatementsHandler(questions, Descriptions.of(release), GraphWriter.of(release), Names.of(release));
    }

    /** Answers a request. */
    public Reply reply(HttpServletRequest request) {
        Choice choice = Choice.of(request);
        Parameters parameters = Parameters.of(request);
        Format format = choice.among(FORMATS, parameters.one("format"), request);
        Optional<String> words = words(parameters);
        if (format == Format.HTML && words.isPresent()) {
            return Reply.empty(HttpServletResponse.SC_SEE_OTHER)
                    .with("Location", Filter.href("/search", Map.of("q", List.of(words.get()))))
                    .with("Cache-Control", "no-store");
        }
        BindResult.Bound bound = bound(request);
        if (format == Format.HTML) {
            return page(request, filter(bound, parameters), ParameterValues.of(parameters, RESERVED));
        }
        Query query = bound.query();
        Reply reply = switch (format) {
            case TURTLE, JSONLD, NTRIPLES -> triples(request, format, query);
            default -> questions.sparql().answer(query, format, request);
        };
        return reply.with("Link", "</queries/statements.rq>; rel=\"describedby\"; type=\"application/sparql-query\"");
    }

    /**
     * What a reader searches for who gives words that no thing has as its name as the subject, and perhaps a speaker: the
     * search reads who stands before "about" as the speaker.
     */
    private Optional<String> words(Parameters parameters) {
        Map<String, List<String>> given = ParameterValues.of(parameters, RESERVED);
        List<String> about = given.getOrDefault("about", List.of());
        List<String> speakers = given.getOrDefault("speaker", List.of());
        return about.size() == 1
                        && given.size() == 1 + speakers.size()
                        && about.get(0).strip().matches("[^/:]{2,100}")
                        && names.named(about.get(0), false).isEmpty()
                ? Optional.of(speakers.stream().map(who -> who + " about ").collect(Collectors.joining())
                        + about.get(0).strip())
                : Optional.empty();
    }

    /**
     * The filter in the parameters of a request, with names resolved to things.
     *
     * @throws ProblemException if there is another parameter, or a value is invalid
     */
    public Filter filter(HttpServletRequest request) {
        return filter(bound(request), Parameters.of(request));
    }

    private BindResult.Bound bound(HttpServletRequest request) {
        Question question = questions.catalogue().find(NAME).orElseThrow();
        return questions.bound(request, question, ParameterValues.of(Parameters.of(request), RESERVED));
    }

    private Filter filter(BindResult.Bound bound, Parameters parameters) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        bound.terms()
                .forEach((name, terms) ->
                        all.put(name, terms.stream().map(this::value).toList()));
        parameters.one("sort").ifPresent(sort -> all.put("sort", List.of(checkedSort(sort))));
        parameters.one("page").ifPresent(page -> all.put("page", List.of(page)));
        return new Filter(all);
    }

    /** The parameter value of a term: kind and slug of a thing, slug of a code. */
    private String value(Node term) {
        if (term.isLiteral()) {
            return term.getLiteralLexicalForm();
        }
        String iri = term.getURI();
        return descriptions.base().slug(iri).orElse(iri.substring(iri.lastIndexOf('/') + 1));
    }

    private static String checkedSort(String sort) {
        if (Filter.SORTS.contains(sort)) {
            return sort;
        }
        throw new ProblemException(
                ProblemType.WRONG_VALUE,
                "Invalid sort order '" + sort + "': use one of " + String.join(", ", Filter.SORTS) + ".");
    }

    private Reply page(HttpServletRequest request, Filter filter, Map<String, List<String>> given) {
        String html = questions
                .sparql()
                .within(request, budget -> questions.pages().filtered().table(filter, given));
        return Conditional.of(request, "text/html;charset=utf-8", html);
    }

    private Reply triples(HttpServletRequest request, Format format, Query query) {
        String text = questions.sparql().within(request, budget -> {
            List<Node> statements = ((Answer.Rows) questions.sparql().ask(query, budget))
                    .rows().stream().map(row -> row.get("statement")).distinct().toList();
            return writer.write(descriptions.together(statements), format, "");
        });
        return Conditional.of(request, format.contentType(), text);
    }
}
