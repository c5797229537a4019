// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.line;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.vocabulary.RDF;

/**
 * A term of a canonical line.
 *
 * @param kind the kind of term
 * @param text an IRI, a blank node's label without {@code _:}, or a literal's lexical form without escapes
 * @param datatype a literal's datatype IRI, else empty
 * @param language a literal's language tag, else empty
 */
public record Term(Kind kind, String text, String datatype, String language) {
    /** Kinds of terms. */
    public enum Kind {
        IRI,
        BLANK,
        LITERAL
    }

    /** Parses a term in canonical N-Quads. */
    public static Term of(String written) {
        return switch (written.charAt(0)) {
            case '<' -> new Term(Kind.IRI, written.substring(1, written.length() - 1), "", "");
            case '_' -> new Term(Kind.BLANK, written.substring(2), "", "");
            default -> literal(written);
        };
    }

    private static Term literal(String written) {
        int end = written.lastIndexOf('"');
        String text = plain(written.substring(1, end));
        String tail = written.substring(end + 1);
        if (tail.startsWith("@")) {
            return new Term(Kind.LITERAL, text, RDF.langString.getURI(), tail.substring(1));
        }
        return new Term(
                Kind.LITERAL,
                text,
                tail.isEmpty() ? XSDDatatype.XSDstring.getURI() : tail.substring(3, tail.length() - 1),
                "");
    }

    private static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder out = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\') {
                out.append(c);
            } else if (escaped.charAt(++i) == 'u') {
                out.append((char) Integer.parseInt(escaped.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                out.append(plain(escaped.charAt(i)));
            }
        }
        return out.toString();
    }

    private static char plain(char escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            default -> escape;
        };
    }
}
