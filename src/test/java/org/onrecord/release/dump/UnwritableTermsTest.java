// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.DumpNames;

/** A term that RDF/XML cannot hold leaves out RDF/XML, and nothing else. */
class UnwritableTermsTest {
    private static final Node SUBJECT = NodeFactory.createURI("https://record.velmora.example/id/topic/x");

    @TempDir
    private Path dir;

    private final List<String> steps = new ArrayList<>();

    private void write(Node property, String text) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        dataset.add(
                NodeFactory.createURI("https://record.velmora.example/graph/x"),
                SUBJECT,
                property,
                NodeFactory.createLiteralString(text));
        new ReleaseWriter(dataset, Context.of(SampleHome.release().everything()), Bounds.DEFAULTS, steps::add)
                .to(ReleaseFolder.at(dir.resolve("release")), DumpNames.FORMATS, List.of());
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
}
