// SPDX-License-Identifier: Apache-2.0
package org.onrecord.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseIriTest {
    private static final BaseIri BASE = new BaseIri("https://home.example/r/");

    @Test
    void isReadFromTheDatasetItself() {
        assertThat(BaseIri.of(graph("<https://home.example/r/dataset>"))).isEqualTo(BASE);
        assertThat(BaseIri.of(graph("<https://other.example/dataset>"))).isEqualTo(BaseIri.ONRECORD);
    }

    @Test
    void ignoresABaseThatCannotBeOne() {
        Graph graph = RDFParser.fromString(
                        "<ftp://home.example/dataset> <http://rdfs.org/ns/void#uriSpace> \"ftp://home.example/id/\" .",
                        Lang.TURTLE)
                .toGraph();
        assertThat(BaseIri.of(graph)).isEqualTo(BaseIri.ONRECORD);
    }

    private static Graph graph(String dataset) {
        return RDFParser.fromString(
                        dataset + " <http://rdfs.org/ns/void#uriSpace> \"https://home.example/r/id/\" .", Lang.TURTLE)
                .toGraph();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"home.example/", "https://home.example", "https://home.example/?a/", "https://a b/", "urn:a/"})
    void refusesWhatCannotBeABase(String iri) {
        assertThatIllegalArgumentException().isThrownBy(() -> new BaseIri(iri)).withMessageContaining(iri);
    }

    @Test
    void tellsThingsFromPartsAndFromOthers() {
        assertThat(BASE.isThing(NodeFactory.createURI("https://home.example/r/id/person/ann")))
                .isTrue();
        assertThat(BASE.isThing(NodeFactory.createURI("https://home.example/r/id/person/ann#tenure")))
                .isFalse();
        assertThat(BASE.isThing(NodeFactory.createURI("https://w3id.org/onrecord/id/person/ann")))
                .isFalse();
        assertThat(BASE.isThing(NodeFactory.createLiteralString("https://home.example/r/id/person/ann")))
                .isFalse();
        assertThat(BASE.kind("https://home.example/r/id/person/ann#tenure")).isEqualTo("person");
        assertThat(BASE.kind("https://home.example/r/graph/x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://home.example/r/graph/articles-x, graph/articles-x",
        "https://w3id.org/onrecord/ontology#Claim, ontology#Claim",
        "https://w3id.org/onrecord/code/form/direct, code/form/direct",
        "https://w3id.org/onrecord/graph/onrecord, graph/onrecord",
        "https://w3id.org/onrecord/id/person/ann, ",
        "https://elsewhere.example/id/person/ann, ",
    })
    void hasPagesForItsOwnIrisAndThoseOfTheProgram(String iri, String page) {
        assertThat(BASE.below(iri).orElse(null)).isEqualTo(page);
    }

    @Test
    void shortensWithPrefixOrBase() {
        assertThat(BASE.shortened("https://w3id.org/onrecord/ontology#speaker")).isEqualTo("rec:speaker");
        assertThat(BASE.shortened("https://home.example/r/id/person/ann")).isEqualTo("id/person/ann");
        assertThat(BASE.shortened("https://elsewhere.example/x")).isEqualTo("https://elsewhere.example/x");
    }
}
