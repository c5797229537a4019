// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.util.List;
import org.apache.jena.query.Query;
import org.onrecord.http.negotiation.Form;

/** The forms in which an answer can be had. */
public enum RowForm implements Form {
    /** For people. */
    HTML("text/html", "html"),
    /** SPARQL 1.1 Query Results JSON. */
    JSON("application/sparql-results+json", "json", "srj"),
    /** The same under the general name. */
    PLAIN_JSON("application/json", "application-json"),
    /** SPARQL 1.1 Query Results CSV. */
    CSV("text/csv", "csv"),
    /** SPARQL 1.1 Query Results TSV. */
    TSV("text/tab-separated-values", "tsv"),
    /** SPARQL Query Results XML. */
    XML("application/sparql-results+xml", "xml", "srx"),
    /** Turtle 1.1. */
    TURTLE("text/turtle", "ttl", "turtle"),
    /** JSON-LD 1.1. */
    JSONLD("application/ld+json", "jsonld", "json-ld"),
    /** N-Triples 1.1. */
    NTRIPLES("application/n-triples", "nt", "ntriples"),
    /** The question itself. */
    SOURCE("application/sparql-query", "rq");

    private static final List<RowForm> ROWS = List.of(HTML, JSON, PLAIN_JSON, CSV, TSV, XML, SOURCE);
    private static final List<RowForm> TRUTH = List.of(HTML, JSON, PLAIN_JSON, XML, SOURCE);
    private static final List<RowForm> TRIPLES = List.of(HTML, TURTLE, JSONLD, NTRIPLES, SOURCE);

    private final String mediaType;
    private final List<String> names;

    RowForm(String mediaType, String... names) {
        this.mediaType = mediaType;
        this.names = List.of(names);
    }

    /** The forms that the answer to a query has. */
    static List<RowForm> fitting(Query query) {
        return query.isSelectType() ? ROWS : query.isAskType() ? TRUTH : TRIPLES;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public List<String> names() {
        return names;
    }
}
