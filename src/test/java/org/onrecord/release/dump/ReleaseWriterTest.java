// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.release.CanonicalLines;
import org.onrecord.release.Release;
import org.onrecord.release.Sha256;
import org.onrecord.release.form.Context;
import org.onrecord.release.form.DumpNames;
import org.onrecord.release.form.Manifest;
import org.onrecord.vocabulary.Format;
import org.onrecord.vocabulary.Namespace;

class ReleaseWriterTest {
    @TempDir
    static Path dir;

    private static Release snapshot;
    private static Context context;
    private static Manifest manifest;
    private static Path release;

    @BeforeAll
    static void export() {
        snapshot = SampleHome.release();
        context = Context.of(snapshot.everything());
        release = dir.resolve("release");
        manifest = write(snapshot.dataset(), release, Bounds.DEFAULTS);
    }

    private static Manifest write(DatasetGraph dataset, Path to, Bounds bounds) {
        return new ReleaseWriter(dataset, context, bounds, step -> {})
                .to(ReleaseFolder.at(to), DumpNames.FORMATS, List.of(), List.of());
    }

    @Test
    void hashesMatchRelease() throws IOException {
        assertThat(manifest.release()).isEqualTo(snapshot.hashes());
        assertThat(Sha256.of(release.resolve("graph-hashes.txt"))).isEqualTo(snapshot.hash());
        assertThat(manifest.triples()).isEqualTo(snapshot.everything().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nq", "trig"})
    void writesEveryNamedGraph(String extension) {
        DatasetGraph read = RDFDataMgr.loadDatasetGraph(
                release.resolve("onrecord." + extension).toString());
        assertThat(read.getDefaultGraph().isEmpty()).isTrue();
        assertThat(read.stream().count()).isEqualTo(manifest.quads());
        read.listGraphNodes()
                .forEachRemaining(node -> assertThat(lines(read.getGraph(node)))
                        .as(node.toString())
                        .isEqualTo(lines(snapshot.dataset().getGraph(node))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nt", "jsonld", "rdf"})
    void writesEveryTripleOnce(String extension) {
        Graph read =
                RDFDataMgr.loadGraph(release.resolve("onrecord." + extension).toString());
        assertThat(lines(read)).isEqualTo(lines(snapshot.everything()));
    }

    @Test
    void outputIsIndependentOfMemory() throws IOException {
        Path again = dir.resolve("again");
        write(snapshot.dataset(), again, new Bounds(20_000, Bounds.DEFAULTS.whole()));
        assertThat(bytes(again)).isEqualTo(bytes(release));
    }

    @Test
    void splitsLargeReleaseByGraph() throws IOException {
        Path split = dir.resolve("split");
        Manifest parts = write(snapshot.dataset(), split, new Bounds(Bounds.DEFAULTS.memory(), 1000));
        assertThat(split.resolve("onrecord.jsonld")).doesNotExist();
        Graph graph =
                RDFDataMgr.loadGraph(split.resolve("onrecord-articles-w.jsonld").toString());
        Graph xml =
                RDFDataMgr.loadGraph(split.resolve("onrecord-shapes-actor.rdf").toString());
        assertThat(lines(graph)).isEqualTo(lines(named(SampleHome.BASE + "graph/articles-w")));
        assertThat(lines(xml)).isEqualTo(lines(named(Namespace.GRAPHS + "shapes-actor")));
        assertThat(parts.release()).isEqualTo(manifest.release());
    }

    private static Graph named(String name) {
        return snapshot.dataset().getGraph(NodeFactory.createURI(name));
    }

    @Test
    void gzipHeaderHasNoTimeOrSystem() throws IOException {
        byte[] packed = Files.readAllBytes(release.resolve("onrecord.nq.gz"));
        assertThat(List.of(packed[4], packed[5], packed[6], packed[7])).containsOnly((byte) 0);
        assertThat(packed[9]).isEqualTo((byte) 0xFF);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(release.resolve("onrecord.nq.gz")))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(release.resolve("onrecord.nq")));
        }
    }

    @Test
    void hashesMatchCommandInGuide() throws IOException, InterruptedException {
        String command = Files.readAllLines(Path.of("src/site/markdown/dumps.md")).stream()
                .filter(line -> line.startsWith("    grep -F"))
                .findFirst()
                .orElseThrow();
        for (Map.Entry<String, String> graph : manifest.release().graphs().entrySet()) {
            if (lines(snapshot.dataset().getGraph(NodeFactory.createURI(graph.getKey()))).stream()
                    .noneMatch(line -> line.contains("_:"))) {
                Process process = new ProcessBuilder(
                                "sh",
                                "-c",
                                command.replaceFirst("<https://[^>]*/graph/[^>]*>", "<" + graph.getKey() + ">"))
                        .directory(release.toFile())
                        .start();
                assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .as(graph.getKey())
                        .startsWith(graph.getValue());
                assertThat(process.waitFor()).isZero();
            }
        }
    }

    @Test
    void listsChecksumOfEveryFile() throws IOException {
        List<String> listed = new ArrayList<>();
        for (String line : Files.readAllLines(release.resolve("SHA256SUMS"))) {
            String name = line.substring(66);
            assertThat(line).startsWith(Sha256.of(release.resolve(name)) + "  ");
            listed.add(name);
        }
        List<String> there = new ArrayList<>(bytes(release).keySet());
        there.remove("SHA256SUMS");
        assertThat(listed).isEqualTo(there);
    }

    @Test
    void writesSpecialLiteralsInEveryFormat() throws IOException {
        String quads = """
                <urn:g/one> { <urn:s> <urn:p/one> "a\\"^^<urn:x>" , "<&>\\r\\n\\t\\\\ 😀"@en-GB , "x"^^<urn:t> , "" ;
                    <http://example.org/p#q> _:a . _:a <urn:p/one> _:b . }
                <urn:g/two> { <urn:s> <urn:p/one> "" . _:a <urn:p/one> "other" . }
                """;
        DatasetGraph hard = RDFParser.fromString(quads, Lang.TRIG).toDatasetGraph();
        Path to = dir.resolve("hard");
        Manifest written = write(hard, to, Bounds.DEFAULTS);
        assertThat(written.quads()).isEqualTo(8);
        assertThat(written.triples()).isEqualTo(7);
        DatasetGraph nq = RDFDataMgr.loadDatasetGraph(to.resolve("onrecord.nq").toString());
        DatasetGraph trig =
                RDFDataMgr.loadDatasetGraph(to.resolve("onrecord.trig").toString());
        nq.listGraphNodes()
                .forEachRemaining(node -> assertThat(lines(nq.getGraph(node))).isEqualTo(lines(trig.getGraph(node))));
        Graph nt = RDFDataMgr.loadGraph(to.resolve("onrecord.nt").toString());
        assertThat(nt.size()).isEqualTo(7);
        for (String extension : List.of("ttl", "jsonld", "rdf")) {
            Graph other =
                    RDFDataMgr.loadGraph(to.resolve("onrecord." + extension).toString());
            assertThat(lines(other)).as(extension).isEqualTo(lines(nt));
        }
    }

    @Test
    void replacesOnlyEarlierExport() throws IOException {
        Path to = dir.resolve("replaced");
        write(RDFParser.fromString("<urn:g/a> { <urn:s> <urn:p> 1 }", Lang.TRIG).toDatasetGraph(), to, Bounds.DEFAULTS);
        write(snapshot.dataset(), to, Bounds.DEFAULTS);
        assertThat(bytes(to)).isEqualTo(bytes(release));
        Files.writeString(to.resolve("mine.txt"), "keep");
        assertThatThrownBy(() -> ReleaseFolder.at(to))
                .isInstanceOf(ReleaseFolder.OccupiedException.class)
                .hasMessageContaining("mine.txt");
        Path strange = Files.createDirectory(dir.resolve("strange"));
        Files.writeString(strange.resolve("x"), "x");
        assertThatThrownBy(() -> ReleaseFolder.at(strange)).hasMessageContaining("not an earlier export");
    }

    @Test
    void deletesTemporaryFilesOnFailure() throws IOException {
        Path parent = Files.createDirectory(dir.resolve("parent"));
        ReleaseWriter writer = new ReleaseWriter(snapshot.dataset(), context, Bounds.DEFAULTS, step -> {});
        List<ReleaseWriter.Part> full = List.of((folder, soFar) -> {
            throw new IOException("No space left on device");
        });
        assertThatThrownBy(() ->
                        writer.to(ReleaseFolder.at(parent.resolve("x")), EnumSet.of(Format.NQUADS), full, List.of()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device");
        try (Stream<Path> left = Files.list(parent)) {
            assertThat(left).isEmpty();
        }
    }

    private static List<String> lines(Graph graph) {
        List<String> lines = new ArrayList<>();
        CanonicalLines.each(graph.find(), lines::add);
        lines.sort(CanonicalLines::compareCodePoints);
        return lines;
    }

    private static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                found.put(file.getFileName().toString(), Sha256.of(file));
            }
        }
        return found;
    }
}
