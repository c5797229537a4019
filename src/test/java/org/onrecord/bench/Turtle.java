// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A Turtle file that is written thing by thing, and counts its triples. */
final class Turtle {
    private static final Map<String, String> PREFIXES = new TreeMap<>(Map.of(
            "dcterms", "http://purl.org/dc/terms/",
            "geo", "http://www.opengis.net/ont/geosparql#",
            "oa", "http://www.w3.org/ns/oa#",
            "org", "http://www.w3.org/ns/org#",
            "prov", "http://www.w3.org/ns/prov#",
            "rec", "https://w3id.org/onrecord/ontology#",
            "sdo", "https://schema.org/",
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "time", "http://www.w3.org/2006/time#",
            "xsd", "http://www.w3.org/2001/XMLSchema#"));

    private final StringBuilder text = new StringBuilder("@base <https://w3id.org/onrecord/> .\n");
    private long triples;
    private boolean open;

    Turtle() {
        PREFIXES.forEach((prefix, name) -> line(prefix, name));
        line("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/");
        line("wgs84", "http://www.w3.org/2003/01/geo/wgs84_pos#");
    }

    private void line(String prefix, String name) {
        text.append("@prefix ").append(prefix).append(": <").append(name).append("> .\n");
    }

    /** Begins a thing of a class. */
    Turtle thing(String term, String type) {
        text.append(open ? " .\n\n" : "\n").append(term);
        text.append(" a ").append(type);
        open = true;
        triples++;
        return this;
    }

    /** Gives the thing a property with some values. */
    Turtle with(String property, Collection<String> values) {
        if (!values.isEmpty()) {
            text.append(" ;\n    ").append(property).append(' ');
            text.append(values.stream().distinct().collect(Collectors.joining(", ")));
            triples += values.stream().distinct().count();
        }
        return this;
    }

    Turtle with(String property, String... values) {
        return with(property, java.util.List.of(values));
    }

    /** Writes the file and gives the number of its triples. */
    long write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + (open ? " .\n" : ""));
            return triples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String id(String name) {
        return "<id/" + name + ">";
    }

    static String code(String name) {
        return "<code/" + name + ">";
    }

    static String en(String words) {
        return '"' + words + "\"@en";
    }

    static String day(LocalDate day) {
        return '"' + day.toString() + "\"^^xsd:date";
    }

    static String position(int at) {
        return "\"" + at + "\"^^xsd:nonNegativeInteger";
    }
}
