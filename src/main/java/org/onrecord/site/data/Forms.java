// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.onrecord.release.form.Context;
import org.onrecord.source.Layout;
import org.onrecord.source.TurtleWriter;
import org.onrecord.vocabulary.Format;
import org.onrecord.vocabulary.Namespace;

/** Writes graphs in the forms of a thing. */
final class Forms {
    private Forms() {}

    /** The graph in a form other than HTML; a form that has an order begins with the thing {@code first}. */
    static String write(Graph graph, Format form, Context context, String first) {
        return switch (form) {
            case TURTLE -> turtle(graph);
            case JSONLD -> context.write(graph, first);
            case NTRIPLES -> RDFWriter.source(graph).lang(Lang.NTRIPLES).asString();
            case RDFXML -> prefixed(graph, RDFFormat.RDFXML_PLAIN);
            default -> throw new IllegalArgumentException("A graph cannot be written as " + form.mediaType());
        };
    }

    /** In the project's own order; a graph with blank nodes, which that refuses, in Jena's. */
    private static String turtle(Graph graph) {
        boolean blank = graph.stream()
                .anyMatch(triple ->
                        triple.getSubject().isBlank() || triple.getObject().isBlank());
        return blank ? prefixed(graph, RDFFormat.TURTLE_PRETTY) : TurtleWriter.write(graph, Layout.DEFAULT);
    }

    private static String prefixed(Graph graph, RDFFormat format) {
        Namespace.PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
        return RDFWriter.source(graph).format(format).asString();
    }
}
