// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.http.Choice;
import org.onrecord.http.Conditional;
import org.onrecord.http.Parameters;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;
import org.onrecord.release.form.Context;
import org.onrecord.site.page.Html;
import org.onrecord.vocabulary.Format;
import org.onrecord.vocabulary.Namespace;

/** Answers requests for things: everything that has an IRI of ours. Immutable. */
public final class Things {
    /** The formats of a thing, the preferred one first. */
    static final List<Format> FORMATS =
            List.of(Format.HTML, Format.TURTLE, Format.JSONLD, Format.NTRIPLES, Format.RDFXML);

    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    private final ReleaseResources described;
    private final Context context;

    /** Things as they are described. */
    public Things(ReleaseResources described, Context context) {
        this.described = described;
        this.context = context;
    }

    /** A graph in a form other than HTML; a form that has an order begins with the thing {@code first}. */
    public static String write(Graph graph, Format form, Context context, String first) {
        return Forms.write(graph, form, context, first);
    }

    /** {@code /id/...}: see other (W3C, Cool URIs for the Semantic Web, section 4.2). */
    public Reply elsewhere(HttpServletRequest request) {
        String path = request.getRequestURI().substring("/id/".length());
        String iri = Namespace.THINGS + path;
        if (!path.matches("[A-Za-z0-9/_-]+") || !described.knows(iri)) {
            throw missing(iri);
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return Reply.empty(303)
                .with("Location", "/doc/" + path + query.replaceAll("[\\r\\n]", ""))
                .with("Cache-Control", "public, max-age=3600")
                .with("Link", "<" + iri + ">; rel=\"cite-as\"");
    }

    /** {@code /doc/...}, {@code /code/...}, {@code /graph/...}, {@code /ontology}, {@code /shapes}. */
    public Reply reply(HttpServletRequest request) {
        Choice choice = Choice.of(request);
        String iri = iri(choice.path());
        if (!described.knows(iri)) {
            throw missing(iri);
        }
        Optional<String> format = Parameters.of(request).one("format");
        Format form = choice.among(FORMATS, format, request);
        Reply reply = form == Format.HTML ? page(request, iri) : triples(request, iri, form);
        return reply.with("Content-Location", choice.path() + "." + form.extension())
                .with("Link", links(choice.path(), iri));
    }

    private Reply triples(HttpServletRequest request, String iri, Format form) {
        Descriptions.Description description = described.description(iri).orElseThrow(() -> missing(iri));
        String text = Forms.write(whole(description, iri, request), form, context, iri);
        Reply reply = Conditional.of(request, form.contentType(), text);
        return description.whole() ? reply : described.holding(reply);
    }

    private Graph whole(Descriptions.Description description, String iri, HttpServletRequest request) {
        if (!description.whole()) {
            String query = "SELECT ?subject ?property WHERE { ?subject ?property <" + iri + "> }";
            description
                    .graph()
                    .add(Descriptions.rest(
                            NodeFactory.createURI(iri),
                            described.origin(request) + "/sparql?query="
                                    + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        }
        return description.graph();
    }

    private Reply page(HttpServletRequest request, String iri) {
        Html html = described.page(iri).orElseThrow(() -> missing(iri));
        return Conditional.of(request, Format.HTML.contentType(), html.text()).with("Content-Language", "en");
    }

    private static String links(String path, String iri) {
        String alternate = FORMATS.stream()
                .map(form ->
                        "<" + path + "." + form.extension() + ">; rel=\"alternate\"; type=\"" + form.mediaType() + "\"")
                .collect(Collectors.joining(", "));
        return alternate + ", <" + path + ".ttl>; rel=\"describedby\"; type=\"text/turtle\", <" + iri
                + ">; rel=\"cite-as\", <" + LICENCE + ">; rel=\"license\"";
    }

    private static String iri(String path) {
        return path.startsWith("/doc/")
                ? Namespace.THINGS + path.substring("/doc/".length())
                : Namespace.BASE + path.substring(1);
    }

    private ProblemException missing(String iri) {
        List<String> near = described.near(iri);
        return new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        "The release says nothing of '" + iri + "'."
                                + (near.isEmpty() ? " Look for it at /search." : ""))
                .near(near));
    }
}
