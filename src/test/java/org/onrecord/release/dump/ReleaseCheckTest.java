// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.release.Sha256;
import org.onrecord.release.form.Manifest;
import org.onrecord.release.form.ReleaseFile;
import org.onrecord.source.UnreadableFileException;

class ReleaseCheckTest {
    private static final String TWO = "graph <https://w3id.org/onrecord/graph/two>";

    @TempDir
    Path dir;

    private Path release;
    private Manifest manifest;

    @BeforeEach
    void write() {
        release = dir.resolve("release");
        manifest = ReleaseFixture.write(ReleaseFixture.SMALL, release);
    }

    private ReleaseCheck.Result check() throws IOException {
        return new ReleaseCheck(release, Files.createTempDirectory(dir, "work"), 500, step -> {}).verify();
    }

    @Test
    void verifiesWrittenRelease() throws IOException {
        ReleaseCheck.Result result = check();
        assertThat(result.faults()).isEmpty();
        assertThat(result.release()).isEqualTo(manifest.release());
        assertThat(result.quads()).isEqualTo(manifest.quads()).isEqualTo(9);
        assertThat(result.same()).hasSize(14).contains("onrecord.jsonld", "onrecord.nq.gz", "manifest.json");
        assertThat(result.summed()).isEmpty();
    }

    @Test
    void reportsGraphOfChangedLiteralAndBothValues() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.nq"), "hail", "fog");
        assertThat(check().faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("onrecord.nq: changed"))
                .anySatisfy(fault -> assertThat(fault).startsWith(TWO + ": differs"))
                .anySatisfy(fault -> assertThat(fault).startsWith("release: "))
                .anySatisfy(fault ->
                        assertThat(fault).contains("missing from " + TWO).contains("\"hail"))
                .anySatisfy(fault ->
                        assertThat(fault).contains("additional in " + TWO).contains("\"fog"))
                .hasSize(5);
    }

    @Test
    void reportsGraphOfChangedBlankNode() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.nq"), "calm", "storm");
        assertThat(check().faults())
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("graph <https://w3id.org/onrecord/graph/three>: differs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onrecord.trig", "onrecord.ttl", "onrecord.nt", "onrecord.jsonld", "onrecord.rdf"})
    void reportsGraphOfChangedLiteralInAnyDump(String file) throws IOException {
        ReleaseFixture.change(release.resolve(file), "hail", "fog");
        assertThat(check().faults())
                .anySatisfy(fault -> assertThat(fault).startsWith(file + ": changed"))
                .anySatisfy(fault -> assertThat(fault).startsWith(file + ": missing from " + TWO))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith(file + ": additional").contains("fog"))
                .hasSize(3);
    }

    @Test
    void reportsFirstTriplesAndCountsOthers() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.nt"), "http://example.org/", "http://example.com/");
        List<String> faults = check().faults();
        assertThat(faults).hasSize(9).first().asString().startsWith("onrecord.nt: changed");
        assertThat(faults.subList(1, 4))
                .allSatisfy(fault -> assertThat(fault)
                        .startsWith("onrecord.nt: missing from graph <")
                        .contains("example.org"));
        assertThat(faults.subList(5, 8))
                .allSatisfy(fault ->
                        assertThat(fault).startsWith("onrecord.nt: additional").contains("example.com"));
        assertThat(List.of(faults.get(4), faults.get(8))).containsOnly("onrecord.nt: and 1 more");
    }

    @Test
    void acceptsQuadsInAnotherOrderExceptChecksum() throws IOException {
        Path quads = release.resolve("onrecord.nq");
        List<String> lines = Files.readAllLines(quads);
        Collections.reverse(lines);
        Files.write(
                quads,
                lines.stream()
                        .map(line -> line.replace("_:threeZc14n", "_:other"))
                        .toList());
        assertThat(check().faults()).singleElement().asString().startsWith("onrecord.nq: changed");
    }

    @Test
    void reportsMissingAndAdditionalFiles() throws IOException {
        Files.delete(release.resolve("onrecord.ttl.gz"));
        Files.writeString(release.resolve("notes.txt"), "x");
        assertThat(check().faults())
                .containsExactly(
                        "onrecord.ttl.gz: missing, but listed in SHA256SUMS", "notes.txt: not listed in SHA256SUMS");
    }

    @Test
    void reportsMissingAndAdditionalGraphs() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.nq"), "graph/two", "graph/four");
        assertThat(check().faults())
                .anySatisfy(fault -> assertThat(fault).startsWith(TWO + ": missing"))
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("graph <https://w3id.org/onrecord/graph/four>: not of"));
    }

    @Test
    void reportsPositionOfSyntaxError() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.nq"), "<http://example.org/likes>", "likes");
        assertThat(check().faults()).anySatisfy(fault -> assertThat(fault).contains("onrecord.nq:1:"));
    }

    @Test
    void detectsWrongManifest() throws IOException {
        Path file = release.resolve("manifest.json");
        Files.writeString(file, Files.readString(file).replaceAll("\"quads\":\\s*9", "\"quads\": 10"));
        sumAgain();
        assertThat(check().faults())
                .singleElement()
                .asString()
                .matches("manifest.json:[0-9]+: has .*10.*, expected .*9.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onrecord.trig", "onrecord.ttl", "onrecord.nt", "onrecord.jsonld", "onrecord.rdf"})
    void detectsChangeWithRewrittenChecksums(String file) throws IOException {
        ReleaseFixture.change(release.resolve(file), "calm", "storm");
        sumAgain();
        ReleaseCheck.Result result = check();
        assertThat(result.faults())
                .anySatisfy(fault -> assertThat(fault).startsWith(file + ": triples with blank nodes differ"))
                .noneMatch(fault -> fault.startsWith(file + ".gz"));
        assertThat(result.same()).contains(file + ".gz").doesNotContain(file);
    }

    @Test
    void comparesGzipCopyWithOriginal() throws IOException {
        Files.copy(
                release.resolve("onrecord.nt.gz"),
                release.resolve("onrecord.ttl.gz"),
                StandardCopyOption.REPLACE_EXISTING);
        sumAgain();
        assertThat(check().faults()).contains("onrecord.ttl.gz: differs from onrecord.ttl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"files\": [{\"name\": \"/\"}]}", "{\"files\": 1}", "[]", "x"})
    void reportsInvalidManifest(String text) throws IOException {
        Files.writeString(release.resolve("manifest.json"), text);
        sumAgain();
        assertThat(check().faults()).singleElement().asString().startsWith("manifest.json:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"onrecord.nq", "onrecord.trig", "onrecord.ttl", "onrecord.nt", "onrecord.jsonld", "onrecord.rdf"
            })
    void reportsTruncatedDumpOnce(String file) throws IOException {
        byte[] whole = Files.readAllBytes(release.resolve(file));
        Files.write(release.resolve(file), Arrays.copyOf(whole, whole.length - 9));
        assertThat(check().faults())
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault).contains(file).endsWith("download or export it again"));
    }

    @Test
    void usesGzipQuadsIfNoOthers() throws IOException {
        Files.delete(release.resolve("onrecord.nq"));
        ReleaseCheck.Result result = check();
        assertThat(result.faults()).isEmpty();
        assertThat(result.release()).isEqualTo(manifest.release());
    }

    @Test
    void readsGzipDumpsWithoutOriginal() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.ttl"), "hail", "fog");
        ReleaseFile.pack(release.resolve("onrecord.ttl"));
        Files.delete(release.resolve("onrecord.ttl"));
        sumAgain();
        assertThat(check().faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("onrecord.ttl.gz: missing from " + TWO));
    }

    @Test
    void comparesGraphNames() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.trig"), "graph/two", "graph/twoo");
        sumAgain();
        assertThat(check().faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("onrecord.trig: missing from " + TWO));
    }

    @Test
    void readsReleaseSplitByGraph() throws IOException {
        release = dir.resolve("big");
        manifest = ReleaseFixture.write(ReleaseFixture.SMALL, release, new Bounds(500, 1));
        assertThat(check().faults()).isEmpty();
        assertThat(check().same()).contains("onrecord-two.jsonld", "onrecord-two.rdf.gz");
        ReleaseFixture.change(release.resolve("onrecord-two.rdf"), "hail", "fog");
        sumAgain();
        assertThat(check().faults())
                .filteredOn(fault -> fault.startsWith("onrecord-two.rdf: "))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).startsWith("onrecord-two.rdf: missing from " + TWO));
    }

    @Test
    void reportsUnknownDump() throws IOException {
        Files.writeString(release.resolve("onrecord-more.jsonld"), "{}");
        assertThat(check().faults()).contains("onrecord-more.jsonld: is not a dump of this release; remove it");
    }

    @Test
    void doesNotCompareDumpsIfOnlyQuadsExist() throws IOException {
        for (String file : List.of("onrecord.trig", "onrecord.trig.gz", "onrecord.nq.gz")) {
            Files.delete(release.resolve(file));
        }
        ReleaseFixture.change(release.resolve("onrecord.nq"), "hail", "fog");
        sumAgain();
        assertThat(check().faults())
                .noneMatch(fault -> fault.startsWith("onrecord.ttl"))
                .anySatisfy(fault -> assertThat(fault).startsWith(TWO + ": differs"))
                .anySatisfy(fault -> assertThat(fault).startsWith("other dumps: not compared"));
    }

    @Test
    void doesNotLoadRemoteContexts() throws IOException {
        Files.writeString(
                release.resolve("onrecord.jsonld"),
                "{\"@context\": \"http://127.0.0.1:9/context.jsonld\", \"@id\": \"http://example.org/a\"}");
        assertThat(check().faults()).anySatisfy(fault -> assertThat(fault).contains("is not loaded"));
    }

    /** Rewrites the checksums. */
    private void sumAgain() throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        for (String name : Checksums.read(release).sums().keySet()) {
            if (Files.exists(release.resolve(name))) {
                sums.put(name, Sha256.of(release.resolve(name)));
            }
        }
        Files.writeString(release.resolve(Checksums.NAME), new Checksums(sums).text());
    }

    @Test
    void rejectsFolderWithoutRelease() throws IOException {
        Files.delete(release.resolve("SHA256SUMS"));
        assertThatThrownBy(this::check)
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("SHA256SUMS' does not exist");
    }
}
