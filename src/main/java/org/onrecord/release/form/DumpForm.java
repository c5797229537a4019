// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms of a whole release. */
public enum DumpForm {
    /** N-Quads 1.1: a line a quad, with the named graphs; the form from which a release is proved. */
    NQUADS("application/n-quads", "nq", "nquads"),
    /** TriG 1.1, with the named graphs. */
    TRIG("application/trig", "trig"),
    /** Turtle 1.1, all graphs merged. */
    TURTLE("text/turtle", "ttl", "turtle"),
    /** N-Triples 1.1, all graphs merged. */
    NTRIPLES("application/n-triples", "nt", "ntriples"),
    /** JSON-LD 1.1, all graphs merged. */
    JSONLD("application/ld+json", "jsonld", "json-ld"),
    /** RDF/XML 1.1, all graphs merged. */
    RDFXML("application/rdf+xml", "rdf", "rdfxml", "xml");

    /** What the name of every dump begins with. */
    public static final String FILE = "onrecord";

    private final String mediaType;
    private final List<String> names;

    DumpForm(String mediaType, String... names) {
        this.mediaType = mediaType;
        this.names = List.of(names);
    }

    /** The media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** The ending of its files, without the full stop. */
    public String ending() {
        return names.get(0);
    }

    /** The name of the file that holds a whole release. */
    public String file() {
        return FILE + "." + ending();
    }

    /** The name of the file that holds one graph of a big release. */
    public String file(String graph) {
        return FILE + "-" + graph.substring(graph.lastIndexOf('/') + 1) + "." + ending();
    }

    /** Whether a file of a release keeps the named graphs apart, packed or not. */
    public static boolean isNamed(String file) {
        return file.startsWith(NQUADS.file()) || file.startsWith(TRIG.file());
    }

    /** Whether readers and writers take a whole file at once, so that a big release is one file a graph. */
    public boolean isWhole() {
        return this == JSONLD || this == RDFXML;
    }

    /** The form of a name, in any case: an ending, or the longer name. */
    public static Optional<DumpForm> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(form -> form.names.contains(lower))
                .findFirst();
    }
}
