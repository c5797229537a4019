// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.line;

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

    /** The object as a literal or a resource. */
    public Term term() {
        return Term.of(object);
    }
}
