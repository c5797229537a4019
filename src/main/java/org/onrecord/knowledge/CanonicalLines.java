// SPDX-License-Identifier: Apache-2.0
package org.onrecord.knowledge;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTimeTicker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/** A graph as the sorted lines of its canonical N-Quads (W3C RDF Dataset Canonicalization, RDFC-1.0). */
final class CanonicalLines {
    /** A graph whose blank nodes take longer to tell apart was made to be slow. */
    private static final long WORK_LIMIT_MILLIS = 30_000;

    private CanonicalLines() {}

    /**
     * The lines, without line ends, sorted by code point.
     *
     * @throws IllegalStateException if the graph's blank nodes cannot be told apart within the work limit
     */
    static List<String> of(Graph graph) {
        return of(graph, WORK_LIMIT_MILLIS);
    }

    /** The lines, or a refusal after so many milliseconds. */
    static List<String> of(Graph graph, long workLimitMillis) {
        List<String> lines = new ArrayList<>(graph.size());
        if (graph.stream().noneMatch(CanonicalLines::hasBlankNode)) {
            graph.find().forEachRemaining(triple -> lines.add(line(triple)));
        } else {
            canonicalize(graph, lines, workLimitMillis);
        }
        lines.sort(CanonicalLines::compareCodePoints);
        return lines;
    }

    private static void canonicalize(Graph graph, List<String> lines, long workLimitMillis) {
        RdfCanon canon = RdfCanon.create("SHA-256", new RdfCanonTimeTicker(workLimitMillis));
        graph.find().forEachRemaining(triple -> feed(triple, canon));
        try {
            canon.provide(new Lines(lines));
        } catch (RdfConsumerException | IllegalStateException e) {
            throw new IllegalStateException("Canonicalising gave up: " + e.getMessage(), e);
        }
    }

    private static void feed(Triple triple, RdfCanon canon) {
        Node object = triple.getObject();
        String subject = resource(triple.getSubject());
        String predicate = triple.getPredicate().getURI();
        if (!object.isLiteral()) {
            canon.quad(subject, predicate, resource(object), null, null, null, null);
        } else {
            String language = object.getLiteralLanguage();
            canon.quad(
                    subject,
                    predicate,
                    object.getLiteralLexicalForm(),
                    object.getLiteralDatatypeURI(),
                    language.isEmpty() ? null : language,
                    null,
                    null);
        }
    }

    private static String resource(Node node) {
        return node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.getURI();
    }

    private static String line(Triple triple) {
        Node object = triple.getObject();
        return NQuad.line(
                triple.getSubject().getURI(),
                triple.getPredicate().getURI(),
                object.isLiteral()
                        ? NQuad.literal(
                                object.getLiteralLexicalForm(),
                                object.getLiteralDatatypeURI(),
                                object.getLiteralLanguage())
                        : NQuad.resource(object.getURI()));
    }

    private static boolean hasBlankNode(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }

    /** The order of UTF-8 bytes is the order of code points; that of Java's UTF-16 units is not. */
    static int compareCodePoints(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** Collects what the canonicaliser gives, in the same form as the lines made here. */
    private record Lines(List<String> lines) implements RdfQuadConsumer {
        @Override
        public RdfQuadConsumer quad(
                String subject,
                String predicate,
                String object,
                @Nullable String datatype,
                @Nullable String language,
                @Nullable String direction,
                @Nullable String graph) {
            String written = datatype == null
                    ? NQuad.resource(object)
                    : NQuad.literal(object, datatype, language == null ? "" : language);
            lines.add(NQuad.line(subject, predicate, written));
            return this;
        }
    }
}
