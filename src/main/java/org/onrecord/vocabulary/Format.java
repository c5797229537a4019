// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.jspecify.annotations.Nullable;

/** Every format that is written for others: pages, documents, graphs, answers, dumps. */
public enum Format {
    NQUADS("application/n-quads", Lang.NQUADS, "nq", "nquads"),
    TRIG("application/trig", Lang.TRIG, "trig"),
    TURTLE("text/turtle", Lang.TURTLE, "ttl", "turtle", "n3"),
    NTRIPLES("application/n-triples", Lang.NTRIPLES, "nt", "ntriples"),
    JSONLD("application/ld+json", Lang.JSONLD11, "jsonld", "json-ld"),
    RDFXML("application/rdf+xml", Lang.RDFXML, "rdf", "rdfxml", "xml"),
    /** SPARQL 1.1 Query Results JSON. */
    SPARQL_JSON("application/sparql-results+json", ResultSetLang.RS_JSON, "json", "srj"),
    /** SPARQL Query Results XML. */
    SPARQL_XML("application/sparql-results+xml", ResultSetLang.RS_XML, "xml", "srx"),
    /** RFC 4180; of answers SPARQL 1.1 Query Results CSV. */
    CSV("text/csv", ResultSetLang.RS_CSV, "csv"),
    /** CSV whose cells a spreadsheet does not take for formulas. */
    SPREADSHEET("text/csv", ResultSetLang.RS_CSV, "spreadsheet"),
    TSV("text/tab-separated-values", ResultSetLang.RS_TSV, "tsv"),
    /** Aligned columns. */
    TEXT("text/plain", ResultSetLang.RS_Text, "text", "table"),
    /** JSON; of answers SPARQL results JSON, of graphs JSON-LD. */
    JSON("application/json", ResultSetLang.RS_JSON, "json", "application-json"),
    /** XML; of answers SPARQL results XML. */
    XML("application/xml", ResultSetLang.RS_XML, "application-xml"),
    /** RFC 7946. */
    GEOJSON("application/geo+json", null, "geojson"),
    HTML("text/html", null, "html"),
    /** The text of a query. */
    QUERY("application/sparql-query", null, "rq"),
    /** RFC 9457. */
    PROBLEM("application/problem+json", null, "problem");

    /** The formats of a graph, the preferred one first. */
    public static final List<Format> GRAPHS = List.of(TURTLE, NTRIPLES, JSONLD, RDFXML, TRIG, NQUADS, JSON);

    private static final List<Format> ROWS = List.of(SPARQL_JSON, JSON, CSV, TSV, SPARQL_XML, TEXT, XML, SPREADSHEET);
    private static final List<Format> BOOLEANS = List.of(SPARQL_JSON, JSON, SPARQL_XML, TEXT, XML);

    private final String mediaType;
    private final Optional<Lang> lang;
    private final List<String> names;

    Format(String mediaType, @Nullable Lang lang, String... names) {
        this.mediaType = mediaType;
        this.lang = Optional.ofNullable(lang);
        this.names = List.of(names);
    }

    /** The formats of the answer to a query, the preferred one first. */
    public static List<Format> ofAnswer(Query query) {
        return query.isSelectType() ? ROWS : query.isAskType() ? BOOLEANS : GRAPHS;
    }

    /** The format that a name, an extension or a media type stands for, among some; in any case of letters. */
    public static Optional<Format> named(String name, List<Format> among) {
        String lower = name.toLowerCase(Locale.ROOT);
        return among.stream()
                .filter(format -> format.names.contains(lower) || format.mediaType.equals(lower))
                .findFirst();
    }

    /** Formats as a message lists them: {@code ttl (text/turtle), nt (application/n-triples)}. */
    public static String list(List<Format> formats) {
        return formats.stream()
                .map(format -> format.extension() + " (" + format.mediaType + ")")
                .collect(Collectors.joining(", "));
    }

    /** The media type, in lower case, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * A factor for the client's weight: browsers send {@code application/xml;q=0.9}, and are better served otherwise; clients
     * that follow links prefer formats of named graphs, but look for triples in the default graph.
     */
    public double preference() {
        return this == XML || this == TRIG || this == NQUADS ? 0.5 : 1;
    }

    /** The value of {@code Content-Type}: texts with their character set. */
    public String contentType() {
        return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
    }

    /** The extension of files and addresses, without the full stop. */
    public String extension() {
        return names.get(0);
    }

    /**
     * What Jena calls it.
     *
     * @throws java.util.NoSuchElementException for a format of neither graphs nor answers
     */
    public Lang lang() {
        return lang.orElseThrow();
    }
}
