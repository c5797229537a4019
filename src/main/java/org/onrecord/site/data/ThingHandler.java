// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.onrecord.http.Choice;
import org.onrecord.http.Conditional;
import org.onrecord.http.Parameters;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;
import org.onrecord.release.Release;
import org.onrecord.site.page.Pages;
import org.onrecord.vocabulary.Format;

/**
 * Answers requests for things, codes, graphs and terms.
 *
 * @param resources pages and descriptions
 * @param origin of links to queries
 * @param writer writes descriptions
 * @param isOperator whether a request is the operator's own, who may read whole texts
 */
public record ThingHandler(
        ReleaseResources resources, Origin origin, GraphWriter writer, Predicate<HttpServletRequest> isOperator) {
    /** The handler of a release. */
    public static ThingHandler of(
            Release release, Pages pages, Origin origin, Predicate<HttpServletRequest> isOperator) {
        return new ThingHandler(new ReleaseResources(release, pages), origin, GraphWriter.of(release), isOperator);
    }

    /** The formats of a thing, in order of preference. */
    static final List<Format> FORMATS = List.of(
            Format.HTML, Format.TURTLE, Format.JSONLD, Format.NTRIPLES, Format.RDFXML, Format.TRIG, Format.NQUADS);

    /** {@code /id/...}: redirects with 303 See Other (W3C, Cool URIs for the Semantic Web, section 4.2). */
    public Reply redirect(HttpServletRequest request) {
        String path = request.getRequestURI().substring("/id/".length());
        String iri = resources.release().base().thing(path);
        if (!path.matches("[A-Za-z0-9/_-]+")) {
            throw notFound(iri);
        }
        rejectMissing(iri);
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return Reply.empty(303)
                .with("Location", "/doc/" + path + query.replaceAll("[\\r\\n]", ""))
                .with("Cache-Control", "public, max-age=3600")
                .with("Link", "<" + iri + ">; rel=\"cite-as\"");
    }

    /** {@code /doc/...}, {@code /code/...}, {@code /graph/...}, {@code /ontology}, {@code /shapes}. */
    public Reply reply(HttpServletRequest request) {
        Choice choice = Choice.of(request);
        String iri = resources.iri(choice.path());
        rejectMissing(iri);
        Optional<String> requested = Parameters.of(request).one("format");
        Format format = choice.among(FORMATS, requested, request);
        Reply reply = format == Format.HTML ? page(request, iri) : triples(request, iri, format);
        return reply.with("Content-Location", choice.path() + "." + format.extension())
                .with("Link", links(choice, iri));
    }

    private Reply triples(HttpServletRequest request, String iri, Format format) {
        Descriptions.Description description = resources.description(iri).orElseThrow(() -> notFound(iri));
        String text = writer.write(completed(description, iri, request), format, iri);
        Reply reply = Conditional.of(request, format.contentType(), text);
        return description.whole() ? reply : origin.withCaching(reply);
    }

    private Graph completed(Descriptions.Description description, String iri, HttpServletRequest request) {
        if (!description.whole()) {
            String query = "SELECT ?subject ?property WHERE { ?subject ?property <" + iri + "> }";
            description
                    .graph()
                    .add(Descriptions.seeAlso(
                            NodeFactory.createURI(iri),
                            origin.of(request) + "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        }
        return description.graph();
    }

    private Reply page(HttpServletRequest request, String iri) {
        String html = resources.page(iri, isOperator.test(request)).orElseThrow(() -> notFound(iri));
        return Conditional.of(request, Format.HTML.contentType(), html).with("Content-Language", "en");
    }

    private String links(Choice choice, String iri) {
        return choice.alternates(FORMATS) + ", <" + choice.path()
                + ".ttl>; rel=\"describedby\"; type=\"text/turtle\", <" + iri + ">; rel=\"cite-as\""
                + resources
                        .release()
                        .profile()
                        .licenceLink()
                        .map(link -> ", " + link)
                        .orElse("");
    }

    private void rejectMissing(String iri) {
        resources.gone(iri).ifPresent(gone -> {
            throw new ProblemException(gone);
        });
        if (!resources.exists(iri)) {
            throw notFound(iri);
        }
    }

    private ProblemException notFound(String iri) {
        List<String> similar = resources.similar(iri);
        return new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        "Resource '" + iri + "' not found." + (similar.isEmpty() ? " Use /search to find it." : ""))
                .near(similar));
    }
}
