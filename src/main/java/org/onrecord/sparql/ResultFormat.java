// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.onrecord.http.negotiation.Offer;

/** A media type in which answers are written, and the names by which {@code format} asks for it. */
enum ResultFormat implements Offer {
    JSON("application/sparql-results+json", 1, "json", "srj"),
    PLAIN_JSON("application/json", 0.9),
    XML("application/sparql-results+xml", 0.8, "xml", "srx"),
    PLAIN_XML("application/xml", 0.5),
    CSV("text/csv", 0.9, "csv"),
    TSV("text/tab-separated-values", 0.9, "tsv"),
    TEXT("text/plain", 0.7, "text", "table"),
    SPREADSHEET("text/csv", 0, "spreadsheet"),
    TURTLE("text/turtle", 1, "turtle", "ttl"),
    NTRIPLES("application/n-triples", 0.9, "ntriples", "nt"),
    JSONLD("application/ld+json", 0.9, "jsonld", "json-ld"),
    RDFXML("application/rdf+xml", 0.8, "rdfxml", "rdf", "xml"),
    TRIG("application/trig", 0.8, "trig"),
    NQUADS("application/n-quads", 0.8, "nquads", "nq"),
    GRAPH_JSON("application/json", 0.5, "json");

    private static final List<ResultFormat> ROWS =
            List.of(JSON, PLAIN_JSON, XML, PLAIN_XML, CSV, TSV, TEXT, SPREADSHEET);
    private static final List<ResultFormat> TRUTHS = List.of(JSON, PLAIN_JSON, XML, PLAIN_XML, TEXT);
    private static final List<ResultFormat> GRAPHS =
            List.of(TURTLE, NTRIPLES, JSONLD, RDFXML, TRIG, NQUADS, GRAPH_JSON);

    private final String mediaType;
    private final double preference;
    private final List<String> names;

    ResultFormat(String mediaType, double preference, String... names) {
        this.mediaType = mediaType;
        this.preference = preference;
        this.names = List.of(names);
    }

    /** The formats that fit the answer to a query. */
    static List<ResultFormat> fitting(Query query) {
        return query.isSelectType() ? ROWS : query.isAskType() ? TRUTHS : GRAPHS;
    }

    /** The formats of graphs. */
    static List<ResultFormat> graphs() {
        return GRAPHS;
    }

    /** The format of a name or media type, among some. */
    static Optional<ResultFormat> named(String name, List<ResultFormat> among) {
        String lower = name.toLowerCase(Locale.ROOT);
        return among.stream()
                .filter(format -> format.names.contains(lower) || format.mediaType.equals(lower))
                .findFirst();
    }

    /** What could be asked for, for a message. */
    static String list(List<ResultFormat> among) {
        return String.join(
                ", ",
                among.stream()
                        .map(format -> format.names.isEmpty()
                                ? format.mediaType
                                : format.names.get(0) + " (" + format.mediaType + ")")
                        .toList());
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public double preference() {
        return preference;
    }

    /** The value of {@code Content-Type}. */
    String contentType() {
        return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
    }

    /** What Jena calls it, for rows and truths. */
    Lang rows() {
        return switch (this) {
            case JSON, PLAIN_JSON -> ResultSetLang.RS_JSON;
            case XML, PLAIN_XML -> ResultSetLang.RS_XML;
            case CSV, SPREADSHEET -> ResultSetLang.RS_CSV;
            case TSV -> ResultSetLang.RS_TSV;
            case TEXT -> ResultSetLang.RS_Text;
            default -> throw new IllegalArgumentException(this + " is no format of rows");
        };
    }

    /** What Jena calls it, for graphs. */
    RDFFormat triples() {
        return switch (this) {
            case TURTLE -> RDFFormat.TURTLE_BLOCKS;
            case NTRIPLES -> RDFFormat.NTRIPLES_UTF8;
            case JSONLD, GRAPH_JSON -> RDFFormat.JSONLD11_PLAIN;
            case RDFXML -> RDFFormat.RDFXML_PLAIN;
            case TRIG -> RDFFormat.TRIG_BLOCKS;
            case NQUADS -> RDFFormat.NQUADS_UTF8;
            default -> throw new IllegalArgumentException(this + " is no format of graphs");
        };
    }
}
