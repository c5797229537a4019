// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import org.apache.jena.datatypes.xsd.XSDDatatype;

/** Writes canonical N-Quads (RDFC-1.0, section 5: "A Canonical form of N-Quads"). */
final class NQuad {
    private static final String STRING = XSDDatatype.XSDstring.getURI();

    private NQuad() {}

    /**
     * A triple of the default graph; subject is an IRI or a blank node {@code _:label}, object is already serialized.
     */
    static String line(String subject, String predicate, String writtenObject) {
        return resource(subject) + " <" + predicate + "> " + writtenObject + " .";
    }

    static String resource(String name) {
        return name.startsWith("_:") ? name : "<" + name + ">";
    }

    /** A literal; {@code language} is empty if there is none. */
    static String literal(String lexical, String datatype, String language) {
        StringBuilder out = new StringBuilder(lexical.length() + 16).append('"');
        lexical.chars().forEach(c -> escape((char) c, out));
        out.append('"');
        if (!language.isEmpty()) {
            return out.append('@').append(language).toString();
        }
        return datatype.equals(STRING)
                ? out.toString()
                : out.append("^^<").append(datatype).append('>').toString();
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            default -> {
                if (c < 0x20 || c == 0x7F) {
                    out.append(String.format("\\u%04X", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
