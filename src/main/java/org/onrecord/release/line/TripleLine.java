// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.line;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.EscapeStr;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * A triple in canonical N-Triples (RDFC-1.0, section 5), split at its spaces.
 *
 * @param subject {@code <iri>} or {@code _:label}
 * @param predicate {@code <iri>}
 * @param object an IRI, a blank node, or a literal in its canonical form
 */
public record TripleLine(String subject, String predicate, String object) {
    private static final String END = " .";

    /** Splits a line of canonical N-Triples. */
    public static TripleLine of(String line) {
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        return new TripleLine(
                line.substring(0, first),
                line.substring(first + 1, second),
                line.substring(second + 1, line.length() - END.length()));
    }

    /** The triples of lines. */
    public static Iterator<Triple> triples(Iterator<String> lines) {
        return Iter.map(lines, line -> of(line).triple());
    }

    /** Removes the graph of a canonical N-Quads line. */
    public static String withoutGraph(String quad) {
        return quad.substring(0, space(quad)) + END;
    }

    /** The graph IRI of a canonical N-Quads line. */
    public static String graph(String quad) {
        return quad.substring(space(quad) + 2, quad.length() - END.length() - 1);
    }

    /** Adds a graph to a canonical N-Triples line. */
    public static String within(String triple, String graph) {
        return triple.substring(0, triple.length() - END.length()) + " <" + graph + ">" + END;
    }

    private static int space(String quad) {
        return quad.lastIndexOf(' ', quad.length() - END.length() - 1);
    }

    /** Whether the subject or the object is a blank node. */
    public boolean hasBlankNode() {
        return subject.startsWith("_:") || object.startsWith("_:");
    }

    /** The triple. Blank nodes keep their labels. */
    public Triple triple() {
        return Triple.create(node(subject), node(predicate), node(object));
    }

    private static Node node(String written) {
        return switch (written.charAt(0)) {
            case '<' -> NodeFactory.createURI(written.substring(1, written.length() - 1));
            case '_' -> NodeFactory.createBlankNode(written.substring(2));
            default -> literal(written);
        };
    }

    private static Node literal(String written) {
        int end = written.lastIndexOf('"');
        String text = EscapeStr.unescapeStr(written.substring(1, end));
        String tail = written.substring(end + 1);
        if (tail.startsWith("@")) {
            return NodeFactory.createLiteralLang(text, tail.substring(1));
        }
        return tail.isEmpty()
                ? NodeFactory.createLiteralString(text)
                : NodeFactory.createLiteralDT(text, NodeFactory.getType(tail.substring(3, tail.length() - 1)));
    }
}
