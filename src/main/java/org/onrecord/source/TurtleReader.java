// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangNQuads;
import org.apache.jena.riot.lang.LangNTriples;
import org.apache.jena.riot.lang.LangRIOT;
import org.apache.jena.riot.lang.LangTriG;
import org.apache.jena.riot.lang.LangTurtle;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerText;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/** Reads Turtle strictly: warnings of the parser are errors. */
public final class TurtleReader {
    /** The message for too deeply nested brackets. */
    public static final String TOO_DEEP = "Brackets are nested more than 200 deep. Give the nodes IRIs.";

    private static final Position START = new Position(1, 1);
    private static final Set<Lang> JSON_LD = Set.of(Lang.JSONLD, Lang.JSONLD11);
    private static final Set<Lang> TOKENS = Set.of(Lang.TURTLE, Lang.TRIG, Lang.NTRIPLES, Lang.NQUADS);

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

    /**
     * Reads the triples of a file, in their order. It is read again when a position is needed.
     *
     * @param bytes its content
     * @throws BrokenFileException as {@link #read(SourceFile)}
     */
    public static TurtleFile graph(SourceFile file, byte[] bytes) {
        Graph graph = new OrderedGraph();
        new Source(file.name(), Lang.TURTLE, bytes).read(profile(file.name(), false), graph);
        return TurtleFile.of(file, graph);
    }

    private static PositionTrackingProfile profile(String name, boolean recording) {
        return new PositionTrackingProfile(new FileErrorHandler(name, true), charge -> {}, false, recording);
    }

    /** The positions in a file as it is now; none if it cannot be read. */
    static TurtleFile.Positions positions(SourceFile file) {
        try {
            return read(file).positions();
        } catch (BrokenFileException | UnreadableFileException e) {
            return TurtleFile.Positions.NONE;
        }
    }

    /** Reads Turtle from bytes. */
    public static TurtleFile read(String name, byte[] bytes) {
        return read(name, bytes, Lang.TURTLE);
    }

    static TurtleFile read(String name, byte[] bytes, Lang lang) {
        return read(new Source(name, lang, bytes), profile(name, true));
    }

    /**
     * Reads untrusted RDF. Rejects datatypes that are not registered yet.
     *
     * @param charge called with the estimated size of each triple in bytes before it is stored; may throw to stop
     * reading
     */
    static TurtleFile read(String name, String text, Lang lang, LongConsumer charge) {
        PositionTrackingProfile profile =
                new PositionTrackingProfile(new FileErrorHandler(name, true), charge, true, true);
        return read(new Source(name, lang, text.getBytes(StandardCharsets.UTF_8)), profile);
    }

    private static TurtleFile read(Source source, PositionTrackingProfile profile) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        source.read(profile, graph);
        return new TurtleFile(source.name(), graph, profile::positions);
    }

    /** What is read. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Source(String name, Lang lang, byte[] bytes) {
        /** Adds the triples to a graph. */
        void read(PositionTrackingProfile profile, Graph graph) {
            StreamRDF sink = new StreamRDFBase() {
                @Override
                public void triple(Triple triple) {
                    profile.add(triple);
                    graph.add(triple);
                }

                @Override
                public void quad(Quad quad) {
                    triple(quad.asTriple());
                }
            };
            try {
                if (TOKENS.contains(lang)) {
                    parser(lang, text(name, bytes), profile, sink).parse();
                } else {
                    parse(lang, bytes, profile, sink);
                }
            } catch (RiotException e) {
                throw new BrokenFileException(name, START, Reason.of(e));
            } catch (StackOverflowError e) {
                throw new BrokenFileException(name, START, TOO_DEEP);
            }
        }
    }

    /** Parses formats without tokens by Jena's reader. */
    private static void parse(Lang lang, byte[] bytes, PositionTrackingProfile profile, StreamRDF sink) {
        @Nullable String base = JSON_LD.contains(lang) ? PositionTrackingProfile.RELATIVE : null;
        RDFParserRegistry.getFactory(lang)
                .create(lang, profile)
                .read(new ByteArrayInputStream(bytes), base, lang.getContentType(), sink, RdfReader.offline());
    }

    /** A parser whose tokens are checked before it reads them. */
    private static LangRIOT parser(Lang lang, String text, PositionTrackingProfile profile, StreamRDF sink) {
        Tokenizer plain = TokenizerText.create()
                .fromString(text)
                .errorHandler(profile.getErrorHandler())
                .build();
        Tokenizer tokens = new CheckingTokenizer(plain, profile.getErrorHandler(), profile);
        if (lang.equals(Lang.TURTLE)) {
            return new LangTurtle(tokens, profile, sink);
        }
        if (lang.equals(Lang.TRIG)) {
            return new LangTriG(tokens, profile, sink);
        }
        return lang.equals(Lang.NTRIPLES)
                ? new LangNTriples(tokens, profile, sink)
                : new LangNQuads(tokens, profile, sink);
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
