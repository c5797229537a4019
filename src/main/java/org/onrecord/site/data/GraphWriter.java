// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.Release;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.JsonLdForm;
import org.onrecord.release.form.RdfXmlForm;
import org.onrecord.release.form.UnwritableException;
import org.onrecord.release.line.TripleLine;
import org.onrecord.source.Layout;
import org.onrecord.source.TurtleWriter;
import org.onrecord.vocabulary.Format;
import org.onrecord.vocabulary.Namespace;

/**
 * Serializes graphs.
 *
 * @param context the JSON-LD context
 * @param layout base and prefixes of Turtle
 * @param release the named graphs of the triples, for TriG and N-Quads
 */
record GraphWriter(Supplier<Context> context, Layout layout, DatasetGraph release) {
    /** The writer of descriptions of a release. */
    static GraphWriter of(Release release) {
        return new GraphWriter(() -> Context.of(release), Layout.of(release.base()), release.dataset());
    }

    /**
     * Serializes a graph in an RDF format. JSON-LD starts with the thing {@code first}.
     *
     * @throws ProblemException if the format cannot hold a term
     */
    String write(Graph graph, Format format, String first) {
        try {
            return switch (format) {
                case TURTLE -> turtle(graph);
                case JSONLD -> new JsonLdForm(context.get()).text(graph, first);
                case NTRIPLES -> RDFWriter.source(graph).lang(Lang.NTRIPLES).asString();
                case RDFXML -> rdfXml(graph);
                case TRIG, NQUADS -> quads(graph, format);
                default -> throw new IllegalArgumentException("No RDF format: '" + format.mediaType() + "'");
            };
        } catch (UnwritableException e) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "This cannot be written as %s: %s. Ask for text/turtle.".formatted(format.mediaType(), e.reason()));
        }
    }

    private static String rdfXml(Graph graph) {
        StringWriter xml = new StringWriter();
        try {
            RdfXmlForm.write(TripleLine.triples(CanonicalLines.of(graph).iterator()), xml);
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot be written", e);
        }
        return xml.toString();
    }

    /** The triples in the named graphs that have them; those of none in the default graph. */
    private String quads(Graph graph, Format format) {
        DatasetGraph quads = DatasetGraphFactory.create();
        Namespace.PREFIXES.forEach(quads.prefixes()::add);
        graph.stream().forEach(triple -> add(triple, quads));
        return RDFWriter.source(quads).lang(format.lang()).asString();
    }

    private void add(Triple triple, DatasetGraph quads) {
        Iterator<Quad> named = release.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
        if (!named.hasNext()) {
            quads.getDefaultGraph().add(triple);
        }
        named.forEachRemaining(quads::add);
    }

    /** Uses {@link TurtleWriter}, or Jena's writer for graphs with blank nodes. */
    private String turtle(Graph graph) {
        boolean blank = graph.stream()
                .anyMatch(triple ->
                        triple.getSubject().isBlank() || triple.getObject().isBlank());
        if (!blank) {
            return TurtleWriter.write(graph, layout);
        }
        Namespace.PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
        return RDFWriter.source(graph).format(RDFFormat.TURTLE_PRETTY).asString();
    }
}
