// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTimeTicker;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.onrecord.source.Reason;

/** Canonical N-Quads lines of a graph (W3C RDF Dataset Canonicalization, RDFC-1.0). */
public final class CanonicalLines {
    /** Limit for canonicalizing blank nodes. Only poison graphs exceed it. */
    private static final long WORK_LIMIT_MILLIS = 30_000;

    private CanonicalLines() {}

    /**
     * The lines, without line ends, sorted by code point.
     *
     * @throws IllegalStateException if canonicalization exceeds the work limit
     */
    public static List<String> of(Graph graph) {
        return of(graph, WORK_LIMIT_MILLIS);
    }

    /** The lines, with another work limit. */
    static List<String> of(Graph graph, long workLimitMillis) {
        List<String> lines = new ArrayList<>(graph.size());
        each(graph.find(), lines::add, workLimitMillis);
        lines.sort(CanonicalLines::compareCodePoints);
        return lines;
    }

    /**
     * Passes the line of each triple to a consumer, without line end and unsorted. Only triples with blank nodes are
     * buffered, because only they determine labels (RDFC-1.0, section 4.4.3).
     *
     * @throws IllegalStateException if canonicalization exceeds the work limit
     */
    public static void each(Iterator<Triple> triples, Consumer<String> lines) {
        each(triples, lines, WORK_LIMIT_MILLIS);
    }

    private static void each(Iterator<Triple> triples, Consumer<String> lines, long workLimitMillis) {
        Lines out = new Lines(lines);
        List<Triple> blank = new ArrayList<>();
        try {
            while (triples.hasNext()) {
                Triple triple = triples.next();
                if (hasBlankNode(triple)) {
                    blank.add(triple);
                } else {
                    feed(triple, out);
                }
            }
            if (!blank.isEmpty()) {
                RdfCanon canon = RdfCanon.create("SHA-256", new RdfCanonTimeTicker(workLimitMillis));
                for (Triple triple : blank) {
                    feed(triple, canon);
                }
                canon.provide(out);
            }
        } catch (RdfConsumerException | IllegalStateException e) {
            throw new IllegalStateException("Canonicalization exceeded its limit: " + Reason.of(e), e);
        }
    }

    private static void feed(Triple triple, RdfQuadConsumer out) throws RdfConsumerException {
        Node object = triple.getObject();
        String subject = resource(triple.getSubject());
        String predicate = triple.getPredicate().getURI();
        if (!object.isLiteral()) {
            out.quad(subject, predicate, resource(object), null, null, null, null);
        } else {
            String language = object.getLiteralLanguage();
            out.quad(
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

    private static boolean hasBlankNode(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }

    /** Compares by code point, which is the order of UTF-8 bytes, unlike that of UTF-16 code units. */
    public static int compareCodePoints(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return rank(a.charAt(i)) - rank(b.charAt(i));
            }
        }
        return a.length() - b.length();
    }

    /** Sorts surrogates after all other code units. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }

    /** Writes quads as lines. */
    private record Lines(Consumer<String> lines) implements RdfQuadConsumer {
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
                    ? NQuadsWriter.resourceOrBlank(object)
                    : NQuadsWriter.literal(object, datatype, language, null);
            lines.accept(NQuadsWriter.resourceOrBlank(subject) + " <" + predicate + "> " + written + " .");
            return this;
        }
    }
}
