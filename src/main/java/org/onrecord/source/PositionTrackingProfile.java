// SPDX-License-Identifier: Apache-2.0
package org.onrecord.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.TokenType;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;

/** A checking RIOT parser profile that records the position of each triple. */
final class PositionTrackingProfile extends ParserProfileStd {
    private static final int MAX_IRI_LENGTH = 2000;
    private static final int MAX_VALUE_LENGTH = 1000;
    private static final int TRIPLE_BYTES = 500;

    /** XML Schema datatypes whose values are strings or bytes. Jena computes no value for them. */
    private static final Set<RDFDatatype> TEXTS = Set.of(
            XSDDatatype.XSDstring,
            XSDDatatype.XSDnormalizedString,
            XSDDatatype.XSDtoken,
            XSDDatatype.XSDanyURI,
            XSDDatatype.XSDbase64Binary,
            XSDDatatype.XSDhexBinary);

    private static final Set<RDFDatatype> DURATIONS =
            Set.of(XSDDatatype.XSDduration, XSDDatatype.XSDdayTimeDuration, XSDDatatype.XSDyearMonthDuration);

    private static final Pattern LONG_NUMBER = Pattern.compile("[A-Z][0-9]{7,}");

    /** The base of documents in JSON-LD, whose readers would leave out what has a relative IRI. */
    static final String RELATIVE = "relative:///";

    private final Map<Triple, Position> triples = new HashMap<>();
    private final Map<Node, Position> subjects = new HashMap<>();

    private final ErrorHandler errors;
    private final LongConsumer charge;
    private final boolean knownDatatypes;
    private final boolean recording;
    private final Map<String, Node> iris = new HashMap<>();
    private final Set<String> registered = new HashSet<>();
    private final long[] last = {1, 1};

    /**
     * Creates a profile.
     *
     * @param charge called with the estimated size of each triple in bytes before it is stored
     * @param knownDatatypes whether datatypes that are not registered yet are rejected
     * @param recording whether positions are recorded
     */
    PositionTrackingProfile(ErrorHandler errors, LongConsumer charge, boolean knownDatatypes, boolean recording) {
        super(
                RiotLib.factoryRDF(),
                errors,
                IRIxResolver.create().noBase().allowRelative(false).build(),
                PrefixMapFactory.create(),
                new Context(),
                true,
                true);
        this.errors = errors;
        this.charge = charge;
        this.knownDatatypes = knownDatatypes;
        this.recording = recording;
        if (knownDatatypes) {
            TypeMapper.getInstance().listTypes().forEachRemaining(type -> registered.add(type.getURI()));
        }
    }

    @Override
    public Node createURI(String iri, long line, long column) {
        last[0] = line;
        last[1] = column;
        // Parsing an IRI takes longer than anything else of a triple.
        return iris.computeIfAbsent(iri, unknown -> parsed(unknown, line, column));
    }

    /** IRIs are resolved against the base. */
    @Override
    public void setBaseIRI(String base) {
        iris.clear();
        super.setBaseIRI(base);
    }

    private Node parsed(String iri, long line, long column) {
        if (iri.startsWith(RELATIVE)) {
            errors.error("Relative IRI: " + iri.substring(RELATIVE.length()), line, column);
        }
        checkLength(iri, line, column);
        return super.createURI(iri, line, column);
    }

    /** Checks the datatype of a literal: Jena never removes a datatype from its type map. */
    void check(Token token) {
        charge.accept(0);
        if (token.getType() == TokenType.LITERAL_DT) {
            Token datatype = token.getSubToken2();
            String iri = datatype.getType() == TokenType.PREFIXED_NAME
                    ? getPrefixMap().expand(datatype.getImage(), datatype.getImage2())
                    : datatype.getImage();
            if (iri != null) {
                checkLength(iri, datatype.getLine(), datatype.getColumn());
                rejectUnknown(iri, datatype);
            }
        }
    }

    private void rejectUnknown(String datatype, Token token) {
        if (knownDatatypes && !registered.contains(datatype)) {
            errors.error(unknown(datatype), token.getLine(), token.getColumn());
        }
    }

    private static String unknown(String datatype) {
        return "The datatype <" + datatype + "> is not used in the release; use an XML Schema datatype";
    }

    private void checkLength(String iri, long line, long column) {
        if (iri.length() > MAX_IRI_LENGTH) {
            errors.error(
                    "The IRI has %,d characters; use at most %,d".formatted(iri.length(), MAX_IRI_LENGTH),
                    line,
                    column);
        }
    }

    /**
     * Rejects long numbers and times, because computing their value takes quadratic time; in untrusted documents also
     * datatypes that a parser without tokens has registered meanwhile, and long durations, because Java adds them to dates
     * month by month.
     */
    @Override
    public Node createTypedLiteral(String lexical, RDFDatatype datatype, long line, long column) {
        if (knownDatatypes && !registered.contains(datatype.getURI())) {
            TypeMapper.getInstance().unregisterDatatype(datatype);
            errors.error(unknown(datatype.getURI()), line, column);
        }
        if (lexical.length() > MAX_VALUE_LENGTH && datatype instanceof XSDDatatype && !TEXTS.contains(datatype)) {
            errors.error(
                    "A value of datatype %s has %,d characters; use at most %,d, or a string"
                            .formatted(datatype.getURI(), lexical.length(), MAX_VALUE_LENGTH),
                    line,
                    column);
        }
        if (knownDatatypes
                && DURATIONS.contains(datatype)
                && LONG_NUMBER.matcher(lexical).find()) {
            errors.error("A duration has a number of more than 6 digits; use larger units, or a string", line, column);
        }
        return super.createTypedLiteral(lexical, datatype, line, column);
    }

    @Override
    public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
        rejectRdf12(object, line, column);
        charge.accept(TRIPLE_BYTES + 2L * (length(subject) + length(predicate) + length(object)));
        Triple triple = super.createTriple(subject, predicate, object, line, column);
        if (recording) {
            Position position = new Position(Math.max(1, line), Math.max(1, column));
            triples.putIfAbsent(triple, position);
            subjects.putIfAbsent(subject, position);
        }
        return triple;
    }

    /** Records a triple that a parser has created by itself, at the place of the last IRI. */
    void add(Triple triple) {
        if (recording && !triples.containsKey(triple)) {
            createTriple(triple.getSubject(), triple.getPredicate(), triple.getObject(), last[0], last[1]);
        }
    }

    @Override
    public Quad createQuad(Node graph, Node subject, Node predicate, Node object, long line, long column) {
        createTriple(subject, predicate, object, line, column);
        return super.createQuad(graph, subject, predicate, object, line, column);
    }

    /** Rejects what RDF 1.1 does not have: no other store and no format of the dumps would keep it. */
    private void rejectRdf12(Node object, long line, long column) {
        if (object.isTripleTerm()) {
            errors.error(
                    "Triple terms and reifiers (<<( ... )>>, << ... >>) are RDF 1.2; use a statement with an IRI of its own",
                    line,
                    column);
        }
        if (object.isLiteral() && object.getLiteralBaseDirection() != null) {
            errors.error("A base direction (@ar--rtl) is RDF 1.2; use the language tag alone", line, column);
        }
    }

    private static int length(Node node) {
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm().length();
        }
        return node.isURI() ? node.getURI().length() : 0;
    }

    TurtleFile.Positions positions() {
        return new TurtleFile.Positions(triples, subjects);
    }
}
