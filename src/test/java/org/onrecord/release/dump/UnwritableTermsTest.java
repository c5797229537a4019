// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.DumpNames;

/** A term that a format cannot hold leaves out that format, and nothing else. */
class UnwritableTermsTest {
    private static final Node SUBJECT = NodeFactory.createURI("https://record.velmora.example/id/topic/x");

    private static final Node GRAPH = NodeFactory.createURI("https://record.velmora.example/graph/x");

    @TempDir
    private Path dir;

    private final DatasetGraph dataset = DatasetGraphFactory.create();

    private final List<String> steps = new ArrayList<>();

    private void write(Node property, String text) {
        dataset.add(GRAPH, SUBJECT, property, NodeFactory.createLiteralString(text));
        new ReleaseWriter(dataset, Context.of(dataset.getUnionGraph()), Bounds.DEFAULTS, steps::add)
                .to(ReleaseFolder.at(dir.resolve("release")), DumpNames.FORMATS, List.of(), List.of());
    }

    @Test
    void leavesOutRdfXmlForACharacter() {
        write(NodeFactory.createURI("https://example.org/says"), "a\u000Cb");

        assertThat(dir.resolve("release/onrecord.rdf")).doesNotExist();
        assertThat(dir.resolve("release/onrecord.jsonld")).exists();
        assertThat(RDFDataMgr.loadGraph(dir.resolve("release/onrecord.ttl").toString())
                        .contains(SUBJECT, Node.ANY, NodeFactory.createLiteralString("a\u000Cb")))
                .isTrue();
        assertThat(steps)
                .anyMatch(step -> step.startsWith(
                        "left out application/rdf+xml, which cannot hold all terms: 'a?b' has the character U+000C"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/", "https://example.org/#", "https://example.org/2020"})
    void leavesOutRdfXmlForAProperty(String property) {
        write(NodeFactory.createURI(property), "text");

        assertThat(dir.resolve("release/onrecord.rdf")).doesNotExist();
        assertThat(steps).anyMatch(step -> step.contains("the property '" + property + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/говорит", "https://example.org/a1", "https://example.org/x_2"})
    void writesPropertiesWhoseNamesXmlAllows(String property) {
        write(NodeFactory.createURI(property), "text");

        assertThat(RDFDataMgr.loadGraph(dir.resolve("release/onrecord.rdf").toString())
                        .contains(SUBJECT, NodeFactory.createURI(property), Node.ANY))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "https://example.org/#",
                "https://example.org/2020",
                "https://example.org/@id",
                "https://example.org/@any",
                "https://example.org/a:b",
                "https://example.org/rec",
                "https://example.org/id",
                "urn:example:says"
            })
    void writesAnyPropertyAsJsonLd(String property) {
        dataset.add(GRAPH, SUBJECT, NodeFactory.createURI(property), SUBJECT);
        dataset.add(GRAPH, SUBJECT, RDF.Nodes.type, NodeFactory.createLiteralString("no class"));
        write(NodeFactory.createURI(property), "form\u000Cfeed \uFFFE \u0000");

        for (String extension : List.of("jsonld", "ttl", "nt")) {
            assertThat(RDFDataMgr.loadGraph(
                                    dir.resolve("release/onrecord." + extension).toString())
                            .isIsomorphicWith(dataset.getUnionGraph()))
                    .as(extension)
                    .isTrue();
        }
    }

    @Test
    void leavesOutJsonLdForAnIriThatBeginsWithAPrefix() {
        write(NodeFactory.createURI("rec:says"), "text");

        assertThat(dir.resolve("release/onrecord.jsonld")).doesNotExist();
        assertThat(dir.resolve("release/onrecord.ttl")).exists();
        assertThat(steps).anyMatch(step -> step.contains("application/ld+json") && step.contains("'rec:says'"));
    }

    @Test
    void leavesOutJsonLdForALanguageThatItsReadersSkip() {
        dataset.add(GRAPH, SUBJECT, SUBJECT, NodeFactory.createLiteralLang("x", "i-klingon"));
        write(SUBJECT, "text");

        assertThat(dir.resolve("release/onrecord.jsonld")).doesNotExist();
        assertThat(steps).anyMatch(step -> step.contains("'i-klingon'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"li", "Description", "about"})
    void leavesOutRdfXmlForANameOfItsSyntax(String name) {
        write(NodeFactory.createURI(RDF.getURI() + name), "text");

        assertThat(dir.resolve("release/onrecord.rdf")).doesNotExist();
        assertThat(steps).anyMatch(step -> step.contains("a name of the syntax"));
    }

    @Test
    void leavesOutEmptyGraphs() {
        dataset.addGraph(NodeFactory.createURI("https://record.velmora.example/graph/empty"), Graph.emptyGraph);
        write(NodeFactory.createURI("https://example.org/says"), "text");

        assertThat(dir.resolve("release/manifest.json")).content().doesNotContain("graph/empty");
    }
}
