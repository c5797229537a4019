// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.util.SplitIRI;
import org.apache.jena.vocabulary.RDF;
import org.onrecord.source.Layout;
import org.onrecord.vocabulary.Namespace;
import org.onrecord.vocabulary.XmlText;

/** Writes RDF/XML 1.1 without abbreviations: one {@code rdf:Description} per subject, one element per triple. */
public final class RdfXmlForm {
    /** Names of the syntax, which no property element has (RDF 1.1 XML Syntax, section 6.1.4). */
    private static final Pattern SYNTAX = Pattern.compile(Pattern.quote(RDF.getURI())
            + "(RDF|ID|about|parseType|resource|nodeID|datatype|bagID|aboutEach|aboutEachPrefix|Description|li)");

    private RdfXmlForm() {}

    /**
     * Writes sorted triples.
     *
     * @throws UnwritableException if a property's IRI does not end in an XML name or is one of the syntax, or a
     *     literal has a character that XML 1.0 does not allow
     */
    public static void write(Iterator<Triple> triples, Appendable out) throws IOException {
        head(out);
        Node subject = Node.ANY;
        while (triples.hasNext()) {
            Triple triple = triples.next();
            if (!triple.getSubject().equals(subject)) {
                out.append(subject.equals(Node.ANY) ? "" : "</rdf:Description>\n");
                subject = triple.getSubject();
                out.append("<rdf:Description ")
                        .append(reference(subject, "rdf:about"))
                        .append(">\n");
            }
            property(triple, out);
        }
        out.append(subject.equals(Node.ANY) ? "" : "</rdf:Description>\n").append("</rdf:RDF>\n");
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

    private static void property(Triple triple, Appendable out) throws IOException {
        String iri = triple.getPredicate().getURI();
        String local = local(iri);
        Optional<String> known = Layout.DEFAULT.name(iri);
        String name = known.orElse("p:" + local);
        out.append("  <").append(name);
        if (known.isEmpty()) {
            String namespace = iri.substring(0, iri.length() - local.length());
            out.append(" xmlns:p=\"").append(escape(namespace)).append('"');
        }
        Node object = triple.getObject();
        if (!object.isLiteral()) {
            out.append(' ').append(reference(object, "rdf:resource")).append("/>\n");
            return;
        }
        out.append(kind(object)).append('>').append(escape(object.getLiteralLexicalForm()));
        out.append("</").append(name).append(">\n");
    }

    private static String local(String iri) {
        String local = SplitIRI.localnameXML(iri);
        if (local.isEmpty()) {
            throw new UnwritableException("the property '" + iri + "' does not end in a name that XML allows");
        }
        if (SYNTAX.matcher(iri).matches()) {
            throw new UnwritableException("the property '" + iri + "' is a name of the syntax of RDF/XML");
        }
        return local;
    }

    private static String reference(Node node, String attribute) {
        return node.isBlank()
                ? "rdf:nodeID=\"" + node.getBlankNodeLabel() + '"'
                : attribute + "=\"" + escape(node.getURI()) + '"';
    }

    private static String kind(Node literal) {
        if (!literal.getLiteralLanguage().isEmpty()) {
            return " xml:lang=\"" + literal.getLiteralLanguage() + '"';
        }
        return literal.getLiteralDatatype().equals(XSDDatatype.XSDstring)
                ? ""
                : " rdf:datatype=\"" + escape(literal.getLiteralDatatypeURI()) + '"';
    }

    private static String escape(String text) {
        Matcher refused = XmlText.INVALID.matcher(text);
        if (refused.find()) {
            int found = refused.group().charAt(0);
            throw new UnwritableException(String.format(
                    "'%s' has the character U+%04X, which XML 1.0 does not allow", refused.replaceAll("?"), found));
        }
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#13;");
    }
}
