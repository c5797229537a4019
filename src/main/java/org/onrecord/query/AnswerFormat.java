// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;

/** How an answer is written. One constant a format. */
public enum AnswerFormat {
    /** Aligned columns for a terminal. */
    TABLE(List.of("table"), Kind.ROWS, Kind.TRUTH),
    /** SPARQL 1.1 Query Results CSV. */
    CSV(List.of("csv"), Kind.ROWS),
    /** SPARQL 1.1 Query Results TSV. */
    TSV(List.of("tsv"), Kind.ROWS),
    /** SPARQL 1.1 Query Results JSON. */
    JSON(List.of("json", "srj"), Kind.ROWS, Kind.TRUTH),
    /** SPARQL Query Results XML. */
    XML(List.of("xml", "srx"), Kind.ROWS, Kind.TRUTH),
    /** Turtle. */
    TURTLE(List.of("turtle", "ttl"), Kind.TRIPLES),
    /** JSON-LD 1.1. */
    JSONLD(List.of("jsonld", "json-ld"), Kind.TRIPLES);

    private final List<String> spellings;
    private final List<Kind> kinds;

    AnswerFormat(List<String> spellings, Kind... kinds) {
        this.spellings = spellings;
        this.kinds = List.of(kinds);
    }

    /** What kinds of answers there are. */
    private enum Kind {
        ROWS,
        TRUTH,
        TRIPLES
    }

    /** The format of a name, in whatever spelling and case; empty if there is none. */
    public static Optional<AnswerFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.spellings.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The formats in which the answer to a query can be written, the usual one first. */
    public static List<AnswerFormat> fitting(Query query) {
        Kind kind = query.isSelectType() ? Kind.ROWS : query.isAskType() ? Kind.TRUTH : Kind.TRIPLES;
        return Arrays.stream(values())
                .filter(format -> format.kinds.contains(kind))
                .toList();
    }

    /** The name, as the command line and addresses write it. */
    @Override
    public String toString() {
        return spellings.get(0);
    }

    /** What Jena calls the format of rows and truths. */
    Lang rows() {
        return switch (this) {
            case CSV -> ResultSetLang.RS_CSV;
            case TSV -> ResultSetLang.RS_TSV;
            case XML -> ResultSetLang.RS_XML;
            case JSON -> ResultSetLang.RS_JSON;
            case TABLE, TURTLE, JSONLD -> throw new IllegalArgumentException(this + " is no format of rows");
        };
    }

    /** What Jena calls the format of triples. */
    RDFFormat triples() {
        return switch (this) {
            case TURTLE -> RDFFormat.TURTLE_PRETTY;
            case JSONLD -> RDFFormat.JSONLD11_PRETTY;
            case TABLE, CSV, TSV, XML, JSON -> throw new IllegalArgumentException(this + " is no format of triples");
        };
    }
}
