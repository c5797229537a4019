// SPDX-License-Identifier: Apache-2.0
package org.onrecord.validation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.onrecord.source.TurtleFile;
import org.onrecord.source.TurtleReader;

/** A small ontology with shapes, and test data. */
final class Sample {
    private static final String PREFIXES = """
            @prefix rec: <https://w3id.org/onrecord/ontology#> .
            @prefix recs: <https://w3id.org/onrecord/shapes#> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            """;

    static final TurtleFile TERMS = file("ontology/onrecord.ttl", """
            rec:Statement a rdfs:Class . rec:Person a rdfs:Class .
            rec:speaker a rdf:Property . rec:content a rdf:Property . rec:remedy a rdf:Property .
            """);

    static final TurtleFile SHAPES = file("ontology/shapes/s.ttl", """
            recs:statement a sh:NodeShape ;
                sh:targetClass rec:Statement ;
                sh:closed true ; sh:ignoredProperties ( rdf:type ) ;
                sh:property recs:speaker, recs:content, [ sh:path rec:content ; sh:maxLength 20 ] ;
                sh:message "A statement breaks a rule of statements." ;
                rec:remedy "Look at the rules of statements." .
            recs:speaker a sh:PropertyShape ;
                sh:path rec:speaker ; sh:minCount 1 ; sh:maxCount 1 ; sh:class rec:Person ; sh:nodeKind sh:IRI ;
                sh:message "A statement does not have exactly one speaker." ;
                rec:remedy "Name the speaker with rec:speaker." .
            recs:content a sh:PropertyShape ;
                sh:path rec:content ; sh:pattern "[.]$" ; sh:severity sh:Warning ;
                sh:message "The content does not end with a full stop." ;
                rec:remedy "End it with a full stop." .
            recs:defined a sh:PropertyShape ;
                sh:target [ a sh:SPARQLTarget ; sh:select \"""
                    SELECT DISTINCT ?this WHERE {
                        { ?s ?this ?o } UNION { ?s ?p ?this FILTER (isIRI(?this)) }
                        FILTER (STRSTARTS(STR(?this), "https://w3id.org/onrecord/"))
                        FILTER NOT EXISTS { ?this ?any ?thing }
                    }\""" ] ;
                sh:path rdf:type ; sh:minCount 1 ;
                sh:message "An undefined term is used." ;
                rec:remedy "Correct its spelling, or define it." .
            """);

    /** A valid statement and its speaker. */
    static final TurtleFile GOOD = file("data/good.ttl", """
            <https://w3id.org/onrecord/id/person/anna> a rec:Person .
            <https://w3id.org/onrecord/id/statement/a-1> a rec:Statement ;
                rec:speaker <https://w3id.org/onrecord/id/person/anna> ; rec:content "It rains." .
            """);

    private Sample() {}

    /** A Turtle file whose first line after the prefixes is line 6. */
    static TurtleFile file(String name, String body) {
        return TurtleReader.read(name, (PREFIXES + body).getBytes(StandardCharsets.UTF_8));
    }

    static Validator validator() {
        return new Validator(List.of(TERMS, SHAPES));
    }

    static Report validate(TurtleFile... data) {
        return validator().validate(List.of(data));
    }
}
