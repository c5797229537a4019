// SPDX-License-Identifier: Apache-2.0
package org.onrecord.ontology;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.apache.jena.vocabulary.VCARD4;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;

/** The terms of other vocabularies that are known to exist: Jena's constants, and a list of those that were looked up. */
final class KnownTerms {
    private static final List<Class<?>> JENA = List.of(
            RDF.class,
            RDFS.class,
            OWL2.class,
            XSD.class,
            SHACL.class,
            SKOS.class,
            DCAT.class,
            DCTerms.class,
            OA.class,
            ORG.class,
            SchemaDO.class,
            VCARD4.class,
            VOID.class);

    private KnownTerms() {}

    /** Their IRIs. */
    static Set<String> iris() {
        Set<String> iris = new TreeSet<>();
        JENA.forEach(vocabulary -> addConstants(vocabulary, iris));
        Sources.text(Sources.RESOURCES.resolve("known-terms.txt"))
                .lines()
                .filter(line -> !line.startsWith("# ") && !line.isBlank())
                .forEach(iris::add);
        return iris;
    }

    private static void addConstants(Class<?> vocabulary, Set<String> iris) {
        for (Field field : vocabulary.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                addIri(field, iris);
            }
        }
    }

    private static void addIri(Field field, Set<String> iris) {
        try {
            Object value = field.get(null);
            if (value instanceof Node node && node.isURI()) {
                iris.add(node.getURI());
            } else if (value instanceof Resource resource && resource.isURIResource()) {
                iris.add(resource.getURI());
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError("a public field cannot be read: " + field, e);
        }
    }
}
