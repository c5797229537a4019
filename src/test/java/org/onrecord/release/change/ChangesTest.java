// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.UpdateExec;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.release.dump.ReleaseFixture;
import org.onrecord.release.line.GraphLines;
import org.onrecord.vocabulary.BaseIri;

class ChangesTest {
    private static final String HEAD = """
            PREFIX g: <https://w3id.org/onrecord/graph/>
            PREFIX s: <https://w3id.org/onrecord/id/statement/>
            PREFIX rec: <https://w3id.org/onrecord/ontology#>
            PREFIX ex: <http://example.org/>
            """;
    private static final String OLD = HEAD + """
            g:a { s:a-1 a rec:Statement ; rec:content "It rains."@en ; rec:depth 1 . s:a-1\\#content-1 ex:start 5 .
                  s:a-2 a rec:Statement ; rec:content "It snows."@en . }
            g:shapes { ex:shape ex:property [ ex:path ex:p ; ex:max 1 ] , [ ex:path ex:q ] }
            g:same { ex:x ex:y [] } g:gone { ex:x ex:z "away" }
            """;
    private static final String NEW = HEAD + """
            g:a { s:a-1 a rec:Statement ; rec:content "It pours \\"hard\\"."@en ; rec:depth 1 . s:a-1\\#content-1 ex:start 6 .
                  s:a-3 a rec:Statement ; rec:content "It hails."@en . }
            g:shapes { ex:shape ex:property [ ex:path ex:p ; ex:max 2 ] , [ ex:path ex:q ] }
            g:same { ex:x ex:y [] } g:new { ex:x ex:z "here" }
            """;

    @TempDir
    Path dir;

    private Path older;
    private Path newer;
    private Changes changes;

    @BeforeEach
    void write() throws IOException {
        older = dir.resolve("older");
        newer = dir.resolve("newer");
        ReleaseFixture.write(OLD, older);
        ReleaseFixture.write(NEW, newer);
        changes = between(older, newer);
    }

    private Changes between(Path from, Path to) throws IOException {
        Path work = Files.createTempDirectory(dir, "work");
        return Changes.between(ReleaseQuads.read(from, work), ReleaseQuads.read(to, work));
    }

    private String hash(Path quads) throws IOException {
        return GraphLines.release(ReleaseQuads.read(quads, Files.createTempDirectory(dir, "work")))
                .hash();
    }

    @Test
    void patchTransformsOlderIntoNewerRelease() throws IOException {
        Set<String> lines = new TreeSet<>(Files.readAllLines(older.resolve("onrecord.nq")));
        String patch = Patch.rdfPatch(changes, BaseIri.ONRECORD).replaceAll("<(_:\\w+)>", "$1");
        patch.lines().forEach(line -> {
            if (line.startsWith("D ")) {
                assertThat(lines.remove(line.substring(2))).as(line).isTrue();
            } else if (line.startsWith("A ")) {
                assertThat(lines.add(line.substring(2))).as(line).isTrue();
            }
        });
        Path followed = Files.write(dir.resolve("followed.nq"), lines);
        assertThat(lines).containsExactlyInAnyOrderElementsOf(Files.readAllLines(newer.resolve("onrecord.nq")));
        assertThat(hash(followed)).isEqualTo(changes.to()).isNotEqualTo(changes.from());
    }

    @Test
    void jenaAppliesRdfPatch() throws IOException {
        DatasetGraph store = DatasetGraphFactory.createTxnMem();
        RDFParser.source(older.resolve("onrecord.nq"))
                .labelToNode(LabelToNode.createUseLabelAsGiven())
                .parse(store);
        byte[] patch = Patch.rdfPatch(changes, BaseIri.ONRECORD).getBytes(StandardCharsets.UTF_8);
        RDFPatchOps.applyChange(store, RDFPatchOps.read(new ByteArrayInputStream(patch)));
        assertThat(hash(written(store))).isEqualTo(changes.to());
    }

    @Test
    void jenaRunsUpdate() throws IOException {
        DatasetGraph store =
                RDFDataMgr.loadDatasetGraph(older.resolve("onrecord.nq").toString());
        UpdateExec.dataset(store).update(Patch.update(changes)).execute();
        assertThat(hash(written(store))).isEqualTo(changes.to());
    }

    @Test
    void rdf4jRunsUpdate() throws IOException {
        SailRepository store = new SailRepository(new MemoryStore());
        Path followed = dir.resolve("rdf4j.nq");
        try (RepositoryConnection connection = store.getConnection();
                InputStream in = Files.newInputStream(older.resolve("onrecord.nq"));
                OutputStream out = Files.newOutputStream(followed)) {
            connection.add(in, RDFFormat.NQUADS);
            connection.prepareUpdate(Patch.update(changes)).execute();
            connection.export(Rio.createWriter(RDFFormat.NQUADS, out));
        } finally {
            store.shutDown();
        }
        assertThat(hash(followed)).isEqualTo(changes.to());
    }

    private Path written(DatasetGraph store) throws IOException {
        Path file = dir.resolve("store.nq");
        Files.writeString(file, RDFWriter.source(store).lang(Lang.NQUADS).asString());
        return file;
    }

    @Test
    void listsOnlyChangedLinesUnlessAGraphHasBlankNodes() {
        assertThat(changes.graphs())
                .extracting(
                        graph -> graph.graph().replace("https://w3id.org/onrecord/graph/", ""),
                        graph -> graph.withdrawn().size(),
                        graph -> graph.added().size(),
                        GraphChange::whole)
                .containsExactly(
                        tuple("a", 4, 4, false),
                        tuple("gone", 1, 0, false),
                        tuple("new", 0, 1, false),
                        tuple("shapes", 5, 5, true));
    }

    @Test
    void listsAddedWithdrawnAndChangedStatements() {
        assertThat(ChangeList.markdown(changes, BaseIri.ONRECORD).lines())
                .contains(
                        "## Statements added (1)",
                        "- `id/statement/a-3`: It hails.",
                        "## Statements withdrawn (1)",
                        "- `id/statement/a-2`: It snows.",
                        "## Statements changed (1)",
                        "- `id/statement/a-1`",
                        "  - was: rec:content \"It rains.\"@en",
                        "  - is: rec:content \"It pours \\\\\"hard\\\\\".\"@en",
                        "## Graphs changed (4)")
                .anyMatch(line -> line.startsWith("  - is: #content-1 http://example.org/start \"6\""))
                .anyMatch(line -> line.startsWith("- `graph/shapes`: ") && line.contains("replaced completely"))
                .noneMatch(line -> line.contains("graph/same"));
    }

    @Test
    void rejectsInvalidReleases() throws IOException {
        Path folder = Files.createDirectory(dir.resolve("tampered"));
        Files.copy(older.resolve("onrecord.nq"), folder.resolve("onrecord.nq"));
        Files.writeString(folder.resolve("graph-hashes.txt"), "http://example.org/g " + "0".repeat(64) + "\n");
        assertThatThrownBy(() -> between(folder, newer)).hasMessageContaining("verify --release");
        Path turtle = Files.writeString(dir.resolve("onrecord.ttl"), "@prefix a: <http://example.org/> .\n");
        assertThatThrownBy(() -> between(turtle, newer))
                .hasMessageContaining("unmodified onrecord.nq or onrecord.nq.gz");
        Path empty = Files.writeString(dir.resolve("empty.nq"), "");
        assertThatThrownBy(() -> between(empty, newer)).hasMessageContaining("The file is empty");
    }

    @Test
    void isEmptyForEqualReleases() throws IOException {
        Changes none = between(older, older);
        assertThat(none.graphs()).isEmpty();
        assertThat(ChangeList.markdown(none, BaseIri.ONRECORD)).contains("No changes: the releases are equal.");
        assertThat(Patch.rdfPatch(none, BaseIri.ONRECORD)
                        .lines()
                        .map(line -> line.substring(0, 2))
                        .collect(Collectors.toList()))
                .containsExactly("H ", "H ", "TX", "TC");
    }

    @Test
    void readsGzipQuads() throws IOException {
        assertThat(between(older.resolve("onrecord.nq.gz"), newer)).isEqualTo(changes);
    }

    @Test
    void isDeterministic() throws IOException {
        assertThat(Patch.rdfPatch(between(older, newer), BaseIri.ONRECORD))
                .isEqualTo(Patch.rdfPatch(changes, BaseIri.ONRECORD));
    }
}
