// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms in binary form: a kind, then one or two strings of UTF-8, each after its length in bytes. */
final class TermBlock {
    private static final byte IRI = 0;
    private static final byte BLANK = 1;
    private static final byte STRING = 2;
    private static final byte LANGUAGE = 3;
    private static final byte TYPED = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Adds a term of RDF 1.1; a blank node with another label than its own. */
    void add(Node term, String label) {
        try {
            if (term.isURI()) {
                write(IRI, term.getURI());
            } else if (term.isBlank()) {
                write(BLANK, label);
            } else if (!term.getLiteralLanguage().isEmpty()) {
                write(LANGUAGE, term.getLiteralLexicalForm(), term.getLiteralLanguage());
            } else if (term.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
                write(STRING, term.getLiteralLexicalForm());
            } else {
                write(TYPED, term.getLiteralLexicalForm(), term.getLiteralDatatypeURI());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to memory", e);
        }
    }

    private void write(byte kind, String... parts) throws IOException {
        out.writeByte(kind);
        for (String part : parts) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Reads terms into an array. */
    static void read(byte[] block, Node[] terms, int first) {
        ByteBuffer in = ByteBuffer.wrap(block);
        for (int at = first; in.hasRemaining(); at++) {
            terms[at] = term(block, in);
        }
    }

    private static Node term(byte[] block, ByteBuffer in) {
        byte kind = in.get();
        String text = text(block, in);
        return switch (kind) {
            case IRI -> NodeFactory.createURI(text);
            case BLANK -> NodeFactory.createBlankNode(text);
            case STRING -> NodeFactory.createLiteralString(text);
            case LANGUAGE -> NodeFactory.createLiteralLang(text, text(block, in));
            case TYPED ->
                NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(text(block, in)));
            default -> throw new IllegalStateException("Unknown kind of term: " + kind);
        };
    }

    private static String text(byte[] block, ByteBuffer in) {
        int length = in.getInt();
        String text = new String(block, in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }
}
