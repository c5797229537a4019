// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.guide;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.onrecord.site.thing.GraphReader;
import org.onrecord.site.thing.Ref;
import org.onrecord.vocabulary.Namespace;

/**
 * The page of the ontology.
 *
 * @param groups classes, then the kinds of properties
 */
public record OntologyPage(List<Group> groups) {
    /**
     * Terms of one kind.
     *
     * @param key the message key of the kind
     * @param terms sorted by name
     */
    public record Group(String key, List<Term> terms) {}

    /**
     * A term.
     *
     * @param self the term
     * @param meaning its definition
     * @param broader its superclasses or superproperties
     * @param domain the domain of a property
     * @param range the range of a property
     * @param uses the number of uses in the data
     * @param example an example
     */
    public record Term(
            Ref self,
            Meaning meaning,
            List<Ref> broader,
            List<Ref> domain,
            List<Ref> range,
            int uses,
            Optional<Example> example) {}

    /**
     * The definition of a term.
     *
     * @param definition a sentence
     * @param remark a scope note
     */
    public record Meaning(String definition, Optional<String> remark) {}

    /**
     * An example.
     *
     * @param subject the subject, or the instance of a class
     * @param value the value of a property
     */
    public record Example(Ref subject, Optional<Ref> value) {}

    /** Reads the terms of a graph. */
    public static OntologyPage of(GraphReader reading) {
        Function<Node, Boolean> own = node -> node.isURI() && node.getURI().startsWith(Namespace.TERMS);
        return new OntologyPage(List.of(
                group("classes", OWL2.Class.asNode(), reading, own),
                group("links", OWL2.ObjectProperty.asNode(), reading, own),
                group("values", OWL2.DatatypeProperty.asNode(), reading, own),
                group("notes", OWL2.AnnotationProperty.asNode(), reading, own)));
    }

    private static Group group(String key, Node type, GraphReader reading, Function<Node, Boolean> own) {
        return new Group(
                key,
                reading.instances(type).stream()
                        .filter(own::apply)
                        .map(term -> term(reading, term, key.equals("classes")))
                        .toList());
    }

    private static Term term(GraphReader reading, Node term, boolean isClass) {
        GraphReader.Uses uses = isClass ? reading.ofClass(term) : reading.ofProperty(term);
        List<Node> broader = reading.objects(term, (isClass ? RDFS.subClassOf : RDFS.subPropertyOf).asNode());
        return new Term(
                reading.ref(term),
                new Meaning(
                        reading.text(term, SKOS.definition.asNode()).orElse(""),
                        reading.text(term, SKOS.scopeNote.asNode())),
                broader.stream().filter(Node::isURI).map(reading::ref).toList(),
                reading.classes(term, RDFS.domain.asNode()),
                reading.classes(term, RDFS.range.asNode()),
                uses.count(),
                uses.subject()
                        .map(subject ->
                                new Example(reading.ref(subject), uses.object().map(value -> value(reading, value)))));
    }

    private static Ref value(GraphReader reading, Node value) {
        return value.isURI() ? reading.ref(value) : new Ref("", reading.label(value), Optional.empty(), false);
    }
}
