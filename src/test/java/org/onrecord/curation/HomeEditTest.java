// SPDX-License-Identifier: Apache-2.0
package org.onrecord.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Home;
import org.onrecord.vocabulary.Rec;

/** Edits of a copy of the sample home. */
class HomeEditTest {
    private static final String TOPICS = "data/reference/topics.ttl";

    @TempDir
    Path folder;

    private HomeEdit edit;

    @BeforeEach
    void copySample() throws IOException {
        SampleHome.copy(folder);
        edit = new HomeEdit(Home.at(folder));
    }

    @Test
    void writesNothingWhenContentIsTheSame() throws IOException {
        Map<String, String> before = contents();
        edit.files().forEach(file -> edit.put(file.name(), file.graph()));

        assertThat(edit.pending()).isEmpty();
        assertThat(edit.write().conforms()).isTrue();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void writesOnlyTheChangedFile() throws IOException {
        Map<String, String> before = contents();
        edit.put(TOPICS, withLabel("Sport"));

        assertThat(edit.pending()).containsExactly(TOPICS);
        assertThat(edit.write().findings()).isEmpty();
        Map<String, String> after = contents();
        assertThat(after.remove(TOPICS)).contains("\"Sport\"@de");
        before.remove(TOPICS);
        assertThat(after).isEqualTo(before);
        assertThat(edit.pending()).isEmpty();
    }

    @Test
    void writesNothingWhenAnyFileViolatesAShape() throws IOException {
        Map<String, String> before = contents();
        edit.put(TOPICS, withLabel("Sport"));
        edit.delete("data/reference/claims.ttl");

        assertThat(edit.write().conforms()).isFalse();
        assertThat(contents()).isEqualTo(before);
        assertThat(edit.validate().findings())
                .anySatisfy(finding -> assertThat(finding.place().file()).startsWith("data/articles/"));
    }

    @Test
    void namesTheLineOfAFindingInAFileThatIsNotWritten() {
        Graph graph = copy(TOPICS);
        graph.remove(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY);
        edit.put(TOPICS, graph);

        assertThat(edit.validate().findings())
                .anySatisfy(finding -> assertThat(finding.place().toString()).matches(TOPICS + ":\\d+:\\d+"));
    }

    @Test
    void discardsChangesOnRefreshAndReadsWhatChangedOnDisk() throws IOException {
        edit.put(TOPICS, withLabel("Sport"));
        Path file = folder.resolve(TOPICS);
        Files.writeString(file, Files.readString(file) + "<https://example.org/x> a <https://example.org/y> .\n");

        edit.refresh();

        assertThat(edit.pending()).isEmpty();
        assertThat(edit.file(TOPICS)
                        .orElseThrow()
                        .graph()
                        .contains(NodeFactory.createURI("https://example.org/x"), Node.ANY, Node.ANY))
                .isTrue();
    }

    @Test
    void refusesAFileThatChangedOnDisk() throws IOException {
        edit.put(TOPICS, withLabel("Sport"));
        Path file = folder.resolve(TOPICS);
        String other = Files.readString(file) + "\n";
        Files.writeString(file, other);

        assertThatThrownBy(edit::write)
                .isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("'" + TOPICS + "' changed on disk");
        assertThat(file).hasContent(other);
    }

    @Test
    void refusesToDropAComment() throws IOException {
        Path file = folder.resolve(TOPICS);
        Files.writeString(file, "# kept by hand\n" + Files.readString(file));
        edit.refresh();

        assertThatThrownBy(() -> edit.put(TOPICS, copy(TOPICS)))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining(TOPICS + ":1:1")
                .hasMessageContaining("comment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data/../other.ttl",
                "../data/x.ttl",
                "/data/x.ttl",
                "ontology/x.ttl",
                "data/x.txt",
                "data/.x.ttl",
                "data//x.ttl",
                "data\\x.ttl"
            })
    void refusesANameOutsideData(String name) {
        assertThatThrownBy(() -> edit.put(name, GraphMemFactory.createDefaultGraph()))
                .isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("'" + name + "'");
    }

    @Test
    void refusesALinkThatLeadsOutOfData(@TempDir Path other) throws IOException {
        Files.createSymbolicLink(folder.resolve("data/out"), other);

        assertThatThrownBy(() -> edit.put("data/out/x.ttl", GraphMemFactory.createDefaultGraph()))
                .isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("symbolic link");
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void refusesTwoFilesWithOneGraphName() {
        edit.put("data/articles-v.ttl", GraphMemFactory.createDefaultGraph());

        assertThatThrownBy(edit::write)
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("The graph name 'articles-v' is in use");
    }

    @Test
    void listsStatementsAndCountsMentionsOfADifference() {
        Graph before = copy("data/articles/v.ttl");
        Graph after = copy("data/articles/v.ttl");
        Node first = NodeFactory.createURI(SampleHome.THINGS + "statement/v-01");
        Node second = NodeFactory.createURI(SampleHome.THINGS + "statement/v-02");
        Node mention = before.stream(Node.ANY, Node.ANY, Rec.MENTION)
                .findFirst()
                .orElseThrow()
                .getSubject();
        after.remove(first, Node.ANY, Node.ANY);
        after.remove(second, Rec.CONTENT, Node.ANY);
        after.add(second, Rec.CONTENT, NodeFactory.createLiteralLang("It rains.", "en"));
        after.remove(mention, Node.ANY, Node.ANY);

        StatementDifference difference = StatementDifference.between(before, after, edit.base());

        assertThat(difference.statements())
                .anyMatch(line -> line.startsWith("withdrawn  id/statement/v-01: "))
                .contains("changed    id/statement/v-02")
                .anyMatch(
                        line -> line.startsWith("           rec:content: \"") && line.endsWith("-> \"It rains.\"@en"));
        assertThat(difference.mentions()).isEqualTo(new StatementDifference.Counts(0, 1, 0));
        assertThat(difference.others()).isEmpty();
        assertThat(difference.isEmpty()).isFalse();
        assertThat(StatementDifference.between(before, before, edit.base()).isEmpty())
                .isTrue();
    }

    private Graph copy(String name) {
        Graph copy = GraphMemFactory.createDefaultGraph();
        GraphUtil.addInto(copy, edit.file(name).orElseThrow().graph());
        return copy;
    }

    private Graph withLabel(String label) {
        Graph graph = copy(TOPICS);
        Node topic = graph.stream(
                        Node.ANY,
                        Node.ANY,
                        NodeFactory.createURI(Rec.ABOUT.getURI().replace("about", "Topic")))
                .findFirst()
                .orElseThrow()
                .getSubject();
        graph.add(topic, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang(label, "de"));
        return graph;
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
