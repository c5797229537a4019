// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http.negotiation;

import java.util.List;

/** The formats of documents: pages, things, places. Answers to queries have formats of their own. */
public enum DocumentFormat implements Form {
    /** For people. */
    HTML("text/html", "html"),
    /** Turtle 1.1. */
    TURTLE("text/turtle", "ttl", "turtle"),
    /** JSON-LD 1.1, with its context. */
    JSONLD("application/ld+json", "jsonld", "json-ld"),
    /** N-Triples 1.1. */
    NTRIPLES("application/n-triples", "nt", "ntriples"),
    /** RDF/XML. */
    RDFXML("application/rdf+xml", "rdf", "rdfxml", "xml"),
    /** GeoJSON (RFC 7946). */
    GEOJSON("application/geo+json", "geojson"),
    /** JSON. */
    JSON("application/json", "json"),
    /** CSV (RFC 4180). */
    CSV("text/csv", "csv");

    /** The formats of a thing, the preferred one first. */
    public static final List<DocumentFormat> OF_A_THING = List.of(HTML, TURTLE, JSONLD, NTRIPLES, RDFXML);

    /** The formats of a page that programs can read too. */
    public static final List<DocumentFormat> OF_A_PAGE = List.of(HTML, JSON);

    /** The formats of the map. */
    public static final List<DocumentFormat> OF_THE_MAP = List.of(HTML, GEOJSON, JSON, CSV);

    private final String mediaType;
    private final List<String> names;

    DocumentFormat(String mediaType, String... names) {
        this.mediaType = mediaType;
        this.names = List.of(names);
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
