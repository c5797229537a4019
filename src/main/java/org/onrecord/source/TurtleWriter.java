// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes a graph without blank nodes as Turtle. The output is deterministic.
 *
 * <p>Subjects, predicates and objects are sorted ({@code b-9} before {@code b-10}), {@code a} first; one predicate per
 * line; only used prefixes are declared.
 */
public final class TurtleWriter {
    private static final Comparator<Node> TYPE_FIRST =
            Comparator.comparing((Node p) -> !p.equals(RDF.Nodes.type)).thenComparing(TermOrder.TERMS);
    /** Literals that need no quotation marks, by datatype (Turtle 1.1, sections 2.5.2 and 2.5.3). */
    private static final Map<String, Pattern> SHORT_FORMS = Map.of(
            XSDDatatype.XSDinteger.getURI(), Pattern.compile("[+-]?[0-9]+"),
            XSDDatatype.XSDdecimal.getURI(), Pattern.compile("[+-]?[0-9]*\\.[0-9]+"),
            XSDDatatype.XSDboolean.getURI(), Pattern.compile("true|false"));

    private final Layout layout;
    private final Set<String> usedPrefixes = new TreeSet<>();
    private final Map<String, String> writtenIris = new HashMap<>();
    private boolean usedBase;

    private TurtleWriter(Layout layout) {
        this.layout = layout;
    }

    /**
     * The graph as Turtle, with line feeds and one at the end.
     *
     * @throws IllegalArgumentException if the graph contains a blank node
     */
    public static String write(Graph graph, Layout layout) {
        return new TurtleWriter(layout).text(graph);
    }

    private String text(Graph graph) {
        var bySubject = new TreeMap<Node, TreeMap<Node, TreeSet<Node>>>(TermOrder.TERMS);
        graph.find().forEachRemaining(triple -> {
            rejectBlank(triple);
            bySubject
                    .computeIfAbsent(triple.getSubject(), s -> new TreeMap<>(TYPE_FIRST))
                    .computeIfAbsent(triple.getPredicate(), p -> new TreeSet<>(TermOrder.TERMS))
                    .add(triple.getObject());
        });
        StringBuilder blocks = new StringBuilder();
        bySubject.forEach((subject, properties) -> blocks.append('\n').append(block(subject, properties)));
        return declarations() + blocks;
    }

    private String block(Node subject, Map<Node, ? extends Set<Node>> properties) {
        List<String> lines = new ArrayList<>();
        properties.forEach((predicate, objects) -> lines.add(verb(predicate) + " " + objects(objects)));
        return term(subject) + " " + String.join(" ;\n    ", lines) + " .\n";
    }

    private String verb(Node predicate) {
        return predicate.equals(RDF.Nodes.type) ? "a" : term(predicate);
    }

    private String objects(Set<Node> objects) {
        List<String> terms = objects.stream().map(this::term).toList();
        boolean literals = objects.stream().anyMatch(Node::isLiteral);
        return String.join(literals ? " ,\n        " : ", ", terms);
    }

    /** Declarations of the base and prefixes used in the blocks. */
    private String declarations() {
        StringBuilder out = new StringBuilder(usedBase ? "@base <" + layout.base() + "> .\n" : "");
        usedPrefixes.forEach(prefix -> out.append(
                "@prefix %s: <%s> .\n".formatted(prefix, layout.prefixes().get(prefix))));
        return out.toString();
    }

    private String iri(String iri) {
        String written = written(iri);
        if (!written.startsWith("<")) {
            usedPrefixes.add(written.substring(0, written.indexOf(':')));
        }
        usedBase |= written.startsWith("<") && layout.isBelowBase(iri);
        return written;
    }

    /** Most IRIs occur several times. */
    private String written(String iri) {
        return writtenIris.computeIfAbsent(iri, layout::write);
    }

    private String term(Node node) {
        return node.isURI() ? iri(node.getURI()) : literal(node);
    }

    private String literal(Node node) {
        String lexical = node.getLiteralLexicalForm();
        String datatype = node.getLiteralDatatypeURI();
        if (isShort(lexical, datatype)) {
            return lexical;
        }
        String quoted = '"' + escape(lexical) + '"';
        if (!node.getLiteralLanguage().isEmpty()) {
            return quoted + "@" + node.getLiteralLanguage();
        }
        return datatype.equals(XSDDatatype.XSDstring.getURI()) ? quoted : quoted + "^^" + iri(datatype);
    }

    private static boolean isShort(String lexical, String datatype) {
        Pattern form = SHORT_FORMS.get(datatype);
        return form != null && form.matcher(lexical).matches();
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(escape(c)));
        return out.toString();
    }

    /** Escapes also the noncharacters of Unicode, which readers warn of. */
    private static String escape(int c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '"' -> "\\\"";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                c < 0x20 || c == 0x7F || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF
                        ? String.format(c > 0xFFFF ? "\\U%08X" : "\\u%04X", c)
                        : Character.toString(c);
        };
    }

    private static void rejectBlank(Triple triple) {
        if (triple.getSubject().isBlank() || triple.getObject().isBlank()) {
            throw new IllegalArgumentException("Blank node in '" + triple.getSubject() + " " + triple.getPredicate()
                    + " " + triple.getObject() + "'; give it an IRI");
        }
    }
}
