// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangTurtle;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerText;

/** Reads Turtle strictly: warnings of the parser are errors. */
public final class TurtleReader {
    /** The message for too deeply nested brackets. */
    public static final String TOO_DEEP = "Brackets are nested more than 200 deep. Give the nodes IRIs.";

    private static final Position START = new Position(1, 1);

    private TurtleReader() {}

    /**
     * Reads a file.
     *
     * @throws BrokenFileException if it is not UTF-8, not Turtle, or contains an ill-formed literal or IRI
     * @throws org.onrecord.source.UnreadableFileException if it cannot be read
     */
    public static TurtleFile read(SourceFile file) {
        return read(file.name(), file.bytes());
    }

    /** Reads Turtle from bytes. */
    public static TurtleFile read(String name, byte[] bytes) {
        FileErrorHandler errors = new FileErrorHandler(name, true);
        return read(name, bytes, new PositionTrackingProfile(errors, charge -> {}, false), errors);
    }

    /**
     * Reads untrusted Turtle. Rejects datatypes that are not registered yet.
     *
     * @param charge called with the estimated size of each triple in bytes before it is stored; may throw to stop
     * reading
     */
    public static TurtleFile read(String name, byte[] bytes, LongConsumer charge) {
        FileErrorHandler errors = new FileErrorHandler(name, true);
        return read(name, bytes, new PositionTrackingProfile(errors, charge, true), errors);
    }

    private static TurtleFile read(
            String name, byte[] bytes, PositionTrackingProfile profile, FileErrorHandler errors) {
        Tokenizer tokens = TokenizerText.create()
                .fromString(text(name, bytes))
                .errorHandler(errors)
                .build();
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        try {
            new LangTurtle(new CheckingTokenizer(tokens, errors, profile), profile, StreamRDFLib.graph(graph)).parse();
        } catch (RiotException e) {
            throw new BrokenFileException(name, START, Reason.of(e));
        }
        return new TurtleFile(name, graph, profile.triples(), profile.subjects());
    }

    private static String text(String name, byte[] bytes) {
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        ByteBuffer source = ByteBuffer.wrap(bytes);
        boolean broken = StandardCharsets.UTF_8
                .newDecoder()
                .decode(source, decoded, true)
                .isError();
        String text = decoded.flip().toString();
        if (broken) {
            throw new BrokenFileException(
                    name, Position.at(text, text.length()), "The file is not UTF-8 from here on; save it as UTF-8.");
        }
        if (text.startsWith("\uFEFF")) {
            throw new BrokenFileException(
                    name, START, "The file begins with a byte order mark (U+FEFF); save it as UTF-8 without one.");
        }
        return text;
    }
}
