// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.release.line.TripleLine;
import org.onrecord.vocabulary.Namespace;

/** Writes Turtle and TriG blocks (W3C RDF 1.1), one predicate per line. */
public final class TurtleForm {
    private static final String TYPE = "<" + RDF.type.getURI() + ">";

    private TurtleForm() {}

    /** Writes the prefix declarations. */
    public static void head(Appendable out) throws IOException {
        for (var prefix : Namespace.PREFIXES.entrySet()) {
            out.append("@prefix ")
                    .append(prefix.getKey())
                    .append(": <")
                    .append(prefix.getValue())
                    .append("> .\n");
        }
    }

    /** Writes Turtle from sorted lines. */
    public static void turtle(Iterator<String> lines, Appendable out) throws IOException {
        head(out);
        triples(lines, "", out);
    }

    /** Writes a TriG block for a named graph. */
    public static void block(String graph, Iterator<String> lines, Appendable out) throws IOException {
        out.append("\n<").append(graph).append("> {\n");
        triples(lines, "    ", out);
        out.append("}\n");
    }

    private static void triples(Iterator<String> lines, String indent, Appendable out) throws IOException {
        String subject = "";
        String predicate = "";
        while (lines.hasNext()) {
            TripleLine line = TripleLine.of(lines.next());
            if (!line.subject().equals(subject)) {
                out.append(subject.isEmpty() ? "" : " .\n").append(subject.isEmpty() && !indent.isEmpty() ? "" : "\n");
                out.append(indent).append(term(line.subject())).append(' ').append(verb(line.predicate()));
            } else if (!line.predicate().equals(predicate)) {
                out.append(" ;\n    ").append(indent).append(verb(line.predicate()));
            } else {
                out.append(" ,\n        ").append(indent).append(term(line.object()));
            }
            if (!line.subject().equals(subject) || !line.predicate().equals(predicate)) {
                out.append(' ').append(term(line.object()));
            }
            subject = line.subject();
            predicate = line.predicate();
        }
        out.append(subject.isEmpty() ? "" : " .\n");
    }

    private static String verb(String predicate) {
        return predicate.equals(TYPE) ? "a" : term(predicate);
    }

    /** Abbreviates IRIs. Escapes are the same in N-Triples and Turtle. */
    private static String term(String written) {
        if (written.charAt(0) == '<') {
            return name(written).orElse(written);
        }
        int datatype = written.lastIndexOf("\"^^<");
        return written.charAt(0) == '"' && datatype > 0 && written.endsWith(">")
                ? written.substring(0, datatype + 3) + term(written.substring(datatype + 3))
                : written;
    }

    private static Optional<String> name(String written) {
        return Shortener.name(written.substring(1, written.length() - 1));
    }
}
