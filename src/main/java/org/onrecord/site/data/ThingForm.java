// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import java.util.List;
import org.onrecord.http.negotiation.Form;

/** The forms in which a thing is described. */
public enum ThingForm implements Form {
    /** For people. */
    HTML("text/html", "html"),
    /** Turtle 1.1. */
    TURTLE("text/turtle", "ttl", "turtle"),
    /** JSON-LD 1.1, with its context. */
    JSONLD("application/ld+json", "jsonld", "json-ld"),
    /** N-Triples 1.1. */
    NTRIPLES("application/n-triples", "nt", "ntriples"),
    /** RDF/XML. */
    RDFXML("application/rdf+xml", "rdf", "rdfxml", "xml");

    private final String mediaType;
    private final List<String> names;

    ThingForm(String mediaType, String... names) {
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
