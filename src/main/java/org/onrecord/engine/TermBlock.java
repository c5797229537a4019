// SPDX-License-Identifier: Apache-2.0
package org.onrecord.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * Terms in binary form, which are decoded when they are asked for, and kept decoded while there is memory. Thread-safe.
 *
 * <p>The form of a term: {@link #hash}, a kind, then one or two strings of UTF-8, each after its length in bytes.
 */
final class TermBlock {
    private static final VarHandle TERM = MethodHandles.arrayElementVarHandle(Node[].class);

    private static final byte IRI = 0;
    private static final byte BLANK = 1;
    private static final byte STRING = 2;
    private static final byte LANGUAGE = 3;
    private static final byte TYPED = 4;

    private final byte[] bytes;
    private final int[] starts;
    private final AtomicReference<SoftReference<@Nullable Node[]>> decoded =
            new AtomicReference<>(new SoftReference<>(null));

    /** Creates a block of its {@link #bytes}. */
    TermBlock(byte[] bytes) {
        this.bytes = bytes;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int[] found = new int[64];
        int size = 0;
        while (in.hasRemaining()) {
            found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
            found[size++] = in.position();
            in.getInt();
            byte kind = in.get();
            skip(in);
            if (kind == LANGUAGE || kind == TYPED) {
                skip(in);
            }
        }
        this.starts = Arrays.copyOf(found, size);
    }

    private static void skip(ByteBuffer in) {
        int length = in.getInt();
        in.position(in.position() + length);
    }

    /** The bytes of encoded terms. */
    static byte[] bytes(List<byte[]> encoded) {
        ByteBuffer out = ByteBuffer.allocate(
                encoded.stream().mapToInt(term -> term.length).sum());
        encoded.forEach(out::put);
        return out.array();
    }

    /** A term in binary form. */
    static byte[] encoded(Node term) {
        if (term.isURI()) {
            return encoded(term, IRI, term.getURI());
        }
        if (term.isBlank()) {
            return encoded(term, BLANK, term.getBlankNodeLabel());
        }
        String text = term.getLiteralLexicalForm();
        if (!term.getLiteralLanguage().isEmpty()) {
            return encoded(term, LANGUAGE, text, term.getLiteralLanguage());
        }
        return term.getLiteralDatatype().equals(XSDDatatype.XSDstring)
                ? encoded(term, STRING, text)
                : encoded(term, TYPED, text, term.getLiteralDatatypeURI());
    }

    private static byte[] encoded(Node term, byte kind, String... parts) {
        List<byte[]> texts = new ArrayList<>();
        int length = Integer.BYTES + 1;
        for (String part : parts) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            texts.add(text);
            length += Integer.BYTES + text.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length).putInt(hash(term)).put(kind);
        texts.forEach(text -> out.putInt(text.length).put(text));
        return out.array();
    }

    /** A hash code of a term that is the same in each process. */
    static int hash(Node term) {
        if (term.isURI()) {
            return term.getURI().hashCode();
        }
        if (term.isBlank()) {
            return term.getBlankNodeLabel().hashCode();
        }
        return term.isLiteral()
                ? 31 * term.getLiteralLexicalForm().hashCode()
                        + term.getLiteralDatatypeURI().hashCode()
                : term.hashCode();
    }

    /** The number of terms. */
    int size() {
        return starts.length;
    }

    /** The {@link #hash} of a term. */
    int hash(int index) {
        return ByteBuffer.wrap(bytes).getInt(starts[index]);
    }

    /** A term in binary form. */
    byte[] encoded(int index) {
        return Arrays.copyOfRange(bytes, starts[index], index + 1 < starts.length ? starts[index + 1] : bytes.length);
    }

    /** Whether a term is a blank node. */
    boolean isBlank(int index) {
        return bytes[starts[index] + Integer.BYTES] == BLANK;
    }

    /** A term. */
    Node term(int index) {
        @Nullable Node[] known = known();
        Node term = (Node) TERM.getAcquire(known, index);
        if (term == null) {
            term = decode(index);
            TERM.setRelease(known, index, term);
        }
        return term;
    }

    private @Nullable Node[] known() {
        @Nullable Node[] known = Objects.requireNonNull(decoded.get()).get();
        if (known == null) {
            known = new Node[starts.length];
            decoded.set(new SoftReference<>(known));
        }
        return known;
    }

    private Node decode(int index) {
        ByteBuffer in = ByteBuffer.wrap(bytes).position(starts[index] + Integer.BYTES);
        byte kind = in.get();
        String text = text(in);
        return switch (kind) {
            case IRI -> NodeFactory.createURI(text);
            case BLANK -> NodeFactory.createBlankNode(text);
            case STRING -> NodeFactory.createLiteralString(text);
            case LANGUAGE -> NodeFactory.createLiteralLang(text, text(in));
            case TYPED ->
                NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(text(in)));
            default -> throw new IllegalStateException("Unknown kind of term: " + kind);
        };
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[in.getInt()];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
