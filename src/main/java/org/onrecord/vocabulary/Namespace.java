// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The namespaces of the project, and the prefixes under which it writes its own and others' IRIs. */
public final class Namespace {
    /** Base of the IRIs that all homes share; see {@link BaseIri} for those of a home. */
    public static final String BASE = "https://w3id.org/onrecord/";

    /** The ontology itself, without a fragment. */
    public static final String ONTOLOGY = BASE + "ontology";

    /** Classes and properties: {@code rec:}. */
    public static final String TERMS = ONTOLOGY + "#";

    /** The shapes, without a fragment. */
    public static final String SHAPES_DOCUMENT = BASE + "shapes";

    /** SHACL shapes: {@code recs:}. */
    public static final String SHAPES = SHAPES_DOCUMENT + "#";

    /** The list of code schemes. */
    public static final String CODE = BASE + "code";

    /** Codes: {@code .../code/{scheme}/{slug}}. */
    public static final String CODES = CODE + "/";

    /** Named graphs of ontology files: {@code .../graph/{name}}. */
    public static final String GRAPHS = BASE + "graph/";

    /** Prefix to namespace IRI, sorted by prefix: the declarations in data files, answers and exports. */
    public static final SortedMap<String, String> PREFIXES = prefixes();

    private Namespace() {}

    /** An IRI with one of the prefixes, {@code rec:speaker}; empty if none matches. */
    static Optional<String> prefixed(String iri) {
        return PREFIXES.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue())
                        && iri.length() > prefix.getValue().length())
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
                .findFirst();
    }

    private static SortedMap<String, String> prefixes() {
        SortedMap<String, String> map = new TreeMap<>();
        map.put("dcat", "http://www.w3.org/ns/dcat#");
        map.put("dcterms", "http://purl.org/dc/terms/");
        map.put("geo", "http://www.opengis.net/ont/geosparql#");
        map.put("oa", "http://www.w3.org/ns/oa#");
        map.put("org", "http://www.w3.org/ns/org#");
        map.put("owl", "http://www.w3.org/2002/07/owl#");
        map.put("prov", "http://www.w3.org/ns/prov#");
        map.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        map.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        map.put("rec", TERMS);
        map.put("recs", SHAPES);
        map.put("sdo", "https://schema.org/");
        map.put("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/");
        map.put("sh", "http://www.w3.org/ns/shacl#");
        map.put("skos", "http://www.w3.org/2004/02/skos/core#");
        map.put("time", "http://www.w3.org/2006/time#");
        map.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        map.put("void", "http://rdfs.org/ns/void#");
        map.put("wgs84", "http://www.w3.org/2003/01/geo/wgs84_pos#");
        map.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return Collections.unmodifiableSortedMap(map);
    }
}
