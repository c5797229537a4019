// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.onrecord.vocabulary.Namespace;

/**
 * How IRIs are shortened when a graph is written: the same everywhere, so that the text depends on the graph alone.
 *
 * @param base the IRI that others are written relative to, ending in {@code /}
 * @param prefixes prefix to namespace IRI, in the order in which they are declared
 */
public record Layout(String base, SortedMap<String, String> prefixes) {
    /** The layout of every file of the project. */
    public static final Layout DEFAULT = new Layout(Namespace.BASE, Namespace.PREFIXES);

    private static final Pattern PLAIN_LOCAL = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern PLAIN_RELATIVE = Pattern.compile("[A-Za-z0-9_./#-]+");

    public Layout {
        prefixes = Collections.unmodifiableSortedMap(new TreeMap<>(prefixes));
    }

    /** The IRI as this layout writes it: {@code prefix:local}, {@code <relative>} or {@code <absolute>}. */
    String write(String iri) {
        for (var prefix : prefixes.entrySet()) {
            if (holds(prefix.getValue(), iri)) {
                return prefix.getKey() + ":" + iri.substring(prefix.getValue().length());
            }
        }
        return "<" + (isBelowBase(iri) ? iri.substring(base.length()) : escape(iri)) + ">";
    }

    /**
     * The node as people read it in messages: {@code rec:speaker}, {@code id/statement/b-20}, the whole IRI where neither
     * a prefix nor the base fits, a literal in quotation marks without its datatype.
     */
    public String shorten(Node node) {
        if (node.isLiteral()) {
            String language = node.getLiteralLanguage();
            return '"' + node.getLiteralLexicalForm() + '"' + (language.isEmpty() ? "" : "@" + language);
        }
        if (!node.isURI()) {
            return "(a node without IRI)";
        }
        String written = write(node.getURI());
        return written.startsWith("<") ? written.substring(1, written.length() - 1) : written;
    }

    /** Whether {@link #write} shortens the IRI with the base. */
    boolean isBelowBase(String iri) {
        return iri.startsWith(base)
                && PLAIN_RELATIVE.matcher(iri.substring(base.length())).matches();
    }

    static boolean holds(String namespace, String iri) {
        return iri.startsWith(namespace)
                && PLAIN_LOCAL.matcher(iri.substring(namespace.length())).matches();
    }

    /** An IRI with the characters that Turtle refuses between angle brackets (IRIREF) as numeric escapes. */
    private static String escape(String iri) {
        StringBuilder out = new StringBuilder();
        iri.codePoints().forEach(c -> {
            if (c <= 0x20 || "<>\"{}|^`\\".indexOf(c) >= 0) {
                out.append(String.format("\\u%04X", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
