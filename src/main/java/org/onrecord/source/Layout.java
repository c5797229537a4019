// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.onrecord.vocabulary.BaseIri;
import org.onrecord.vocabulary.Namespace;

/**
 * The base and prefixes for writing Turtle.
 *
 * @param base the base IRI, ending in {@code /}
 * @param prefixes prefix to namespace IRI
 */
public record Layout(String base, SortedMap<String, String> prefixes) {
    /** The layout of the program's own files, and of messages. */
    public static final Layout DEFAULT = of(BaseIri.ONRECORD);

    private static final Pattern PLAIN_LOCAL = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    /** Relative references that resolve to base and reference as they stand: no leading slash, no dot segments. */
    private static final Pattern PLAIN_RELATIVE =
            Pattern.compile("(?!/)(?!(?:.*/)?[.]{1,2}(?:[/#]|$))[A-Za-z0-9_./#-]+");

    /** The layout of the files of a home. */
    public static Layout of(BaseIri base) {
        return new Layout(base.iri(), Namespace.PREFIXES);
    }

    public Layout {
        prefixes = Collections.unmodifiableSortedMap(new TreeMap<>(prefixes));
    }

    /** The IRI in Turtle syntax: {@code prefix:local}, {@code <relative>} or {@code <absolute>}. */
    String write(String iri) {
        return name(iri).orElseGet(() -> "<" + (isBelowBase(iri) ? iri.substring(base.length()) : escape(iri)) + ">");
    }

    /** The name {@code prefix:local} of an IRI; empty if no prefix matches, or the local part is not a simple name. */
    public Optional<String> name(String iri) {
        return prefixes.entrySet().stream()
                .filter(prefix -> holds(prefix.getValue(), iri))
                .findFirst()
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()));
    }

    /**
     * The node for messages: {@code rec:speaker}, {@code id/statement/w-12}, the full IRI if no prefix matches, a
     * literal in quotation marks without its datatype.
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

    private static boolean holds(String namespace, String iri) {
        return iri.startsWith(namespace)
                && PLAIN_LOCAL.matcher(iri.substring(namespace.length())).matches();
    }

    /** Escapes the characters that Turtle does not allow in an IRIREF. */
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
