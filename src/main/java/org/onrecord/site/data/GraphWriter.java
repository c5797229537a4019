// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.JenaException;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.release.Release;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.JsonLdForm;
import org.onrecord.source.Layout;
import org.onrecord.source.TurtleWriter;
import org.onrecord.vocabulary.Format;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.XmlText;

/**
 * Serializes graphs.
 *
 * @param context the JSON-LD context
 * @param layout base and prefixes of Turtle
 */
record GraphWriter(Context context, Layout layout) {
    /** The writer of descriptions of a release. */
    static GraphWriter of(Release release) {
        return new GraphWriter(Context.of(release), Layout.of(release.base()));
    }

    /** Serializes a graph in an RDF format. JSON-LD starts with the thing {@code first}. */
    String write(Graph graph, Format format, String first) {
        return switch (format) {
            case TURTLE -> turtle(graph);
            case JSONLD -> new JsonLdForm(context).text(graph, first);
            case NTRIPLES -> RDFWriter.source(graph).lang(Lang.NTRIPLES).asString();
            case RDFXML -> rdfXml(graph);
            default -> throw new IllegalArgumentException("No RDF format: '" + format.mediaType() + "'");
        };
    }

    /** RDF/XML, which cannot hold every character and every property. */
    private static String rdfXml(Graph graph) {
        boolean valid = graph.stream()
                .map(Triple::getObject)
                .noneMatch(object -> object.isLiteral()
                        && XmlText.INVALID
                                .matcher(object.getLiteralLexicalForm())
                                .find());
        try {
            if (valid) {
                return prefixed(graph, RDFFormat.RDFXML_PLAIN);
            }
        } catch (JenaException e) {
            // The same error as for characters: the writer says no more than that it cannot make a name of an IRI.
        }
        throw new ProblemException(
                ProblemType.NOT_ACCEPTABLE,
                "This cannot be written as RDF/XML, which does not hold all of its characters or properties. Ask for text/turtle.");
    }

    /** Uses {@link TurtleWriter}, or Jena's writer for graphs with blank nodes. */
    private String turtle(Graph graph) {
        boolean blank = graph.stream()
                .anyMatch(triple ->
                        triple.getSubject().isBlank() || triple.getObject().isBlank());
        return blank ? prefixed(graph, RDFFormat.TURTLE_PRETTY) : TurtleWriter.write(graph, layout);
    }

    private static String prefixed(Graph graph, RDFFormat variant) {
        Namespace.PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
        return RDFWriter.source(graph).format(variant).asString();
    }
}
