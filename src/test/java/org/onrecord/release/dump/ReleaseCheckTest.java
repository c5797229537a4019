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

    private ReleaseVerification check() throws IOException {
        return new ReleaseCheck(release, Files.createTempDirectory(dir, "work"), 500).verify();
    }

    @Test
    void provesWhatWasWritten() throws IOException {
        ReleaseVerification result = check();
        assertThat(result.faults()).isEmpty();
        assertThat(result.release()).isEqualTo(manifest.release());
        assertThat(result.quads()).isEqualTo(manifest.quads()).isEqualTo(9);
        assertThat(result.same()).hasSize(14).contains("onrecord.jsonld", "onrecord.nq.gz", "manifest.json");
        assertThat(result.summed()).isEmpty();
    }

    @Test
    void namesTheGraphOfAChangedLiteralAndBothWordings() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.nq"), "hail", "fog");
        assertThat(check().faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("onrecord.nq: changed"))
                .anySatisfy(fault -> assertThat(fault).startsWith(TWO + ": differs"))
                .anySatisfy(fault -> assertThat(fault).startsWith("release: "))
                .anySatisfy(
                        fault -> assertThat(fault).contains("lost from " + TWO).contains("\"hail"))
                .anySatisfy(fault ->
                        assertThat(fault).contains("holds instead in " + TWO).contains("\"fog"))
                .hasSize(5);
    }

    @Test
    void namesTheGraphOfAChangedBlankNode() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.nq"), "calm", "storm");
        assertThat(check().faults())
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("graph <https://w3id.org/onrecord/graph/three>: differs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onrecord.trig", "onrecord.ttl", "onrecord.nt", "onrecord.jsonld", "onrecord.rdf"})
    void namesTheGraphOfALiteralThatWasChangedInAnyDump(String file) throws IOException {
        ReleaseFixture.change(release.resolve(file), "hail", "fog");
        assertThat(check().faults())
                .anySatisfy(fault -> assertThat(fault).startsWith(file + ": changed"))
                .anySatisfy(fault -> assertThat(fault).startsWith(file + ": lost from " + TWO))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith(file + ": holds instead").contains("fog"))
                .hasSize(3);
    }

    @Test
    void namesTheFirstFewTriplesAndCountsTheRest() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.nt"), "http://example.org/", "http://example.com/");
        List<String> faults = check().faults();
        assertThat(faults).hasSize(9).first().asString().startsWith("onrecord.nt: changed");
        assertThat(faults.subList(1, 4))
                .allSatisfy(fault -> assertThat(fault)
                        .startsWith("onrecord.nt: lost from graph <")
                        .contains("example.org"));
        assertThat(faults.subList(5, 8))
                .allSatisfy(fault -> assertThat(fault)
                        .startsWith("onrecord.nt: holds instead")
                        .contains("example.com"));
        assertThat(List.of(faults.get(4), faults.get(8))).containsOnly("onrecord.nt: and 1 more like it");
    }

    @Test
    void provesQuadsInAnotherOrderButForTheirChecksum() throws IOException {
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
    void namesFilesThatAreMissingAndFilesThatCame() throws IOException {
        Files.delete(release.resolve("onrecord.ttl.gz"));
        Files.writeString(release.resolve("notes.txt"), "x");
        assertThat(check().faults())
                .containsExactly(
                        "onrecord.ttl.gz: missing; SHA256SUMS lists it",
                        "notes.txt: not of this release; SHA256SUMS does not list it");
    }

    @Test
    void namesGraphsThatAreMissingAndGraphsThatCame() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.nq"), "graph/two", "graph/four");
        assertThat(check().faults())
                .anySatisfy(fault -> assertThat(fault).startsWith(TWO + ": missing"))
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("graph <https://w3id.org/onrecord/graph/four>: not of"));
    }

    @Test
    void saysWhereQuadsCannotBeParsed() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.nq"), "<http://example.org/likes>", "likes");
        assertThat(check().faults()).anySatisfy(fault -> assertThat(fault).contains("onrecord.nq:1:"));
    }

    @Test
    void doesNotBelieveTheManifest() throws IOException {
        Path file = release.resolve("manifest.json");
        Files.writeString(file, Files.readString(file).replaceAll("\"quads\":\\s*9", "\"quads\": 10"));
        sumAgain();
        assertThat(check().faults())
                .singleElement()
                .asString()
                .matches("manifest.json:[0-9]+: says .*10.* where .*9.* is right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onrecord.trig", "onrecord.ttl", "onrecord.nt", "onrecord.jsonld", "onrecord.rdf"})
    void doesNotBelieveChecksums(String file) throws IOException {
        ReleaseFixture.change(release.resolve(file), "calm", "storm");
        sumAgain();
        ReleaseVerification result = check();
        assertThat(result.faults())
                .anySatisfy(fault -> assertThat(fault).startsWith(file + ": holds other triples with blank nodes"))
                .noneMatch(fault -> fault.startsWith(file + ".gz"));
        assertThat(result.same()).contains(file + ".gz").doesNotContain(file);
    }

    @Test
    void comparesWhatIsPackedWithWhatItWasPackedFrom() throws IOException {
        Files.copy(
                release.resolve("onrecord.nt.gz"),
                release.resolve("onrecord.ttl.gz"),
                StandardCopyOption.REPLACE_EXISTING);
        sumAgain();
        assertThat(check().faults()).contains("onrecord.ttl.gz: holds something else than onrecord.ttl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"files\": [{\"name\": \"/\"}]}", "{\"files\": 1}", "[]", "x"})
    void saysWhatIsNoManifest(String text) throws IOException {
        Files.writeString(release.resolve("manifest.json"), text);
        sumAgain();
        assertThat(check().faults()).singleElement().asString().startsWith("manifest.json:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"onrecord.nq", "onrecord.trig", "onrecord.ttl", "onrecord.nt", "onrecord.jsonld", "onrecord.rdf"
            })
    void saysOnceThatADumpIsCutShort(String file) throws IOException {
        byte[] whole = Files.readAllBytes(release.resolve(file));
        Files.write(release.resolve(file), Arrays.copyOf(whole, whole.length - 9));
        assertThat(check().faults())
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault).contains(file).endsWith("fetch or export it again"));
    }

    @Test
    void takesThePackedQuadsWhereThereAreNoOthers() throws IOException {
        Files.delete(release.resolve("onrecord.nq"));
        ReleaseVerification result = check();
        assertThat(result.faults()).isEmpty();
        assertThat(result.release()).isEqualTo(manifest.release());
    }

    @Test
    void readsPackedDumpsThatStandAlone() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.ttl"), "hail", "fog");
        ReleaseFile.pack(release.resolve("onrecord.ttl"));
        Files.delete(release.resolve("onrecord.ttl"));
        sumAgain();
        assertThat(check().faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("onrecord.ttl.gz: lost from " + TWO));
    }

    @Test
    void knowsGraphsByTheirNames() throws IOException {
        ReleaseFixture.change(release.resolve("onrecord.trig"), "graph/two", "graph/twoo");
        sumAgain();
        assertThat(check().faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("onrecord.trig: lost from " + TWO));
    }

    @Test
    void readsTheGraphsOfABigReleaseOneByOne() throws IOException {
        release = dir.resolve("big");
        manifest = ReleaseFixture.write(ReleaseFixture.SMALL, release, new Bounds(500, 1));
        assertThat(check().faults()).isEmpty();
        assertThat(check().same()).contains("onrecord-two.jsonld", "onrecord-two.rdf.gz");
        ReleaseFixture.change(release.resolve("onrecord-two.rdf"), "hail", "fog");
        sumAgain();
        assertThat(check().faults())
                .filteredOn(fault -> fault.startsWith("onrecord-two.rdf: "))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).startsWith("onrecord-two.rdf: lost from " + TWO));
    }

    @Test
    void knowsNoDumpThatWasPutThere() throws IOException {
        Files.writeString(release.resolve("onrecord-more.jsonld"), "{}");
        assertThat(check().faults()).contains("onrecord-more.jsonld: is no dump of this release; take it away");
    }

    @Test
    void accusesNoDumpWhereOnlyTheQuadsAreWrong() throws IOException {
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
    void fetchesNothing() throws IOException {
        Files.writeString(
                release.resolve("onrecord.jsonld"),
                "{\"@context\": \"http://127.0.0.1:9/context.jsonld\", \"@id\": \"http://example.org/a\"}");
        assertThat(check().faults()).anySatisfy(fault -> assertThat(fault).contains("elsewhere and not fetched"));
    }

    /** Writes the checksums anew, as anybody can who changes a file. */
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
    void refusesAFolderThatIsNoRelease() throws IOException {
        Files.delete(release.resolve("SHA256SUMS"));
        assertThatThrownBy(this::check)
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("SHA256SUMS' does not exist");
    }
}
