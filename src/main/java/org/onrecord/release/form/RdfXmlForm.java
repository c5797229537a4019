// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.onrecord.release.line.Term;
import org.onrecord.release.line.TripleLine;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.XmlText;

/** Writes RDF/XML 1.1 without abbreviations: one {@code rdf:Description} per subject, one element per triple. */
public final class RdfXmlForm {
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*$");

    private RdfXmlForm() {}

    /**
     * Writes the triples of sorted lines.
     *
     * @throws IllegalStateException if a property's IRI does not end in an XML name, or a literal has a character that
     * XML 1.0 does not allow
     */
    public static void write(Iterator<String> lines, Appendable out) throws IOException {
        head(out);
        String subject = "";
        while (lines.hasNext()) {
            TripleLine line = TripleLine.of(lines.next());
            if (!line.subject().equals(subject)) {
                out.append(subject.isEmpty() ? "" : "</rdf:Description>\n");
                out.append("<rdf:Description ")
                        .append(reference(Term.of(line.subject()), "rdf:about"))
                        .append(">\n");
                subject = line.subject();
            }
            property(line, out);
        }
        out.append(subject.isEmpty() ? "" : "</rdf:Description>\n").append("</rdf:RDF>\n");
    }

    private static void head(Appendable out) throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF");
        for (var prefix : Namespace.PREFIXES.entrySet()) {
            out.append("\n    xmlns:")
                    .append(prefix.getKey())
                    .append("=\"")
                    .append(prefix.getValue())
                    .append('"');
        }
        out.append(">\n");
    }

    private static void property(TripleLine line, Appendable out) throws IOException {
        String iri = Term.of(line.predicate()).text();
        Optional<String> known = Shortener.name(iri);
        String name = known.orElseGet(() -> "p:" + local(iri));
        out.append("  <").append(name);
        if (known.isEmpty()) {
            String namespace = iri.substring(0, iri.length() - local(iri).length());
            out.append(" xmlns:p=\"").append(escape(namespace)).append('"');
        }
        Term object = line.term();
        if (object.kind() != Term.Kind.LITERAL) {
            out.append(' ').append(reference(object, "rdf:resource")).append("/>\n");
            return;
        }
        out.append(kind(object)).append('>').append(escape(object.text())).append("</");
        out.append(name).append(">\n");
    }

    private static String local(String iri) {
        Matcher local = LOCAL.matcher(iri);
        if (!local.find()) {
            throw new IllegalStateException(
                    "The property '" + iri + "' cannot be written in RDF/XML: it does not end in an XML name");
        }
        return local.group();
    }

    private static String reference(Term term, String attribute) {
        return term.kind() == Term.Kind.BLANK
                ? "rdf:nodeID=\"" + term.text() + '"'
                : attribute + "=\"" + escape(term.text()) + '"';
    }

    private static String kind(Term literal) {
        if (!literal.language().isEmpty()) {
            return " xml:lang=\"" + literal.language() + '"';
        }
        return literal.datatype().equals(XSDDatatype.XSDstring.getURI())
                ? ""
                : " rdf:datatype=\"" + escape(literal.datatype()) + '"';
    }

    private static String escape(String text) {
        Matcher refused = XmlText.INVALID.matcher(text);
        if (refused.find()) {
            throw new IllegalStateException(String.format(
                    "A literal contains U+%04X, which XML 1.0 does not allow: omit RDF/XML with --format",
                    (int) refused.group().charAt(0)));
        }
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }
}
