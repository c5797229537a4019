// SPDX-License-Identifier: Apache-2.0
package org.onrecord.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.Test;

class ReusedTermsTest {
    private static final String OURS = "https://w3id.org/onrecord/";
    private static final List<String> BUILT_IN =
            List.of(RDF.getURI(), RDFS.getURI(), OWL2.getURI(), XSD.getURI(), SHACL.getURI());
    // Not rdf:first: a list in a shape may name terms that it refuses, and those in a class are the DL profile's
    // business.
    private static final Set<Node> NAMES_A_TERM = Set.of(
            RDF.Nodes.type,
            RDFS.Nodes.subClassOf,
            RDFS.Nodes.subPropertyOf,
            RDFS.Nodes.domain,
            RDFS.Nodes.range,
            SHACL.path,
            SHACL.class_,
            SHACL.targetClass,
            SHACL.targetSubjectsOf,
            SHACL.targetObjectsOf);
    private static final Graph DECLARATIONS = Sources.graph(Sources.DECLARATIONS);

    @Test
    void everyReusedTermIsDeclared() {
        assertThat(undeclared(inUse())).isEmpty();
    }

    @Test
    void anUndeclaredTermIsFoundAsPredicateClassAndPath() {
        Graph foreign = Sources.graph(Sources.RESOURCES.resolve("undeclared-terms.ttl"));

        assertThat(undeclared(foreign))
                .containsExactlyInAnyOrder(
                        "http://xmlns.com/foaf/0.1/Person",
                        "http://xmlns.com/foaf/0.1/name",
                        "https://schema.org/dateline");
    }

    @Test
    void everyDeclaredTermIsUsed() {
        Set<String> unused = declared();

        unused.removeAll(Iris.of(inUse(), "ontology and data"));

        assertThat(unused).isEmpty();
    }

    @Test
    void everyDeclaredTermExists() {
        Set<String> unknown = declared();

        unknown.removeAll(KnownTerms.iris());

        assertThat(unknown).isEmpty();
    }

    @Test
    void everyBuiltInTermExists() {
        Set<String> unknown = new TreeSet<>(Iris.of(inUse(), "ontology and data"));
        unknown.removeIf(iri -> BUILT_IN.stream().noneMatch(space -> iri.startsWith(space) && !iri.equals(space)));

        unknown.removeAll(KnownTerms.iris());

        assertThat(unknown).isEmpty();
    }

    private static Graph inUse() {
        List<Path> files = new ArrayList<>(Sources.below(Sources.ONTOLOGY, ".ttl"));
        files.remove(Sources.DECLARATIONS);
        files.addAll(Sources.below(Sources.DATA, ".ttl"));
        files.addAll(Sources.below(Sources.SAMPLE, ".ttl"));
        return Sources.graph(files);
    }

    private static Set<String> undeclared(Graph graph) {
        Set<String> undeclared = new TreeSet<>();
        graph.find()
                .forEach(triple -> terms(triple)
                        .filter(Node::isURI)
                        .map(Node::getURI)
                        .filter(iri -> !iri.startsWith(OURS))
                        .filter(iri -> BUILT_IN.stream().noneMatch(iri::startsWith))
                        .forEach(undeclared::add));
        undeclared.removeAll(declared());
        return undeclared;
    }

    private static Stream<Node> terms(Triple triple) {
        return NAMES_A_TERM.contains(triple.getPredicate())
                ? Stream.of(triple.getPredicate(), triple.getObject())
                : Stream.of(triple.getPredicate());
    }

    private static Set<String> declared() {
        Set<String> declared = new TreeSet<>();
        DECLARATIONS
                .find(Node.ANY, RDFS.isDefinedBy.asNode(), Node.ANY)
                .forEach(triple -> declared.add(triple.getSubject().getURI()));
        return declared;
    }
}
