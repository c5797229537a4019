// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.release.SnapshotFolder;
import org.onrecord.source.Home;

class ExportTest {
    @TempDir
    Path dir;

    private Path home;
    private Path to;

    @BeforeEach
    void writeHome() throws IOException {
        home = SmallHome.write(dir.resolve("home"));
        to = dir.resolve("release");
    }

    @Test
    void writesVerifiableRelease() {
        Run export = Run.of("export", "--home", home, "--to", to);
        assertThat(export.code()).as(export.err()).isZero();
        assertThat(export.out()).contains("4 graphs").containsPattern("release [0-9a-f]{64}");
        assertThat(export.err()).contains("wrote onrecord.trig");
        Run verify = Run.of("verify", "--release", to);
        assertThat(verify.code()).as(verify.out()).isZero();
        assertThat(verify.out()).contains("verified");
        assertThat(verify.out().lines().skip(2))
                .isEqualTo(export.out().lines().skip(1).toList());
    }

    @Test
    void readsTheSnapshotOfAStoreInUseAndWhatChangedSince() throws IOException {
        Path store = dir.resolve("store");
        Path people = home.resolve("data/people.ttl");
        try (SnapshotFolder used = SnapshotFolder.open(store, line -> {})) {
            used.keep((Loading.Ready) new Loader(Home.at(home), step -> {}).load());
            byte[] snapshot = Files.readAllBytes(store.resolve("snapshot"));
            Files.writeString(people, Files.readString(people).replace("\"Anna\"", "\"Ana\""));

            Run stored = Run.of("export", "--home", home, "--store", store, "--to", to);
            assertThat(stored.code()).as(stored.err()).isZero();
            assertThat(stored.err()).contains("read the snapshot in " + store).doesNotContain("read 4 files");
            assertThat(store.resolve("snapshot")).hasBinaryContent(snapshot);
        }
        assertThat(to.resolve("onrecord.nq")).content().contains("\"Ana\"").doesNotContain("\"Anna\"");
        Run whole = Run.of("export", "--home", home, "--to", dir.resolve("whole"));
        assertThat(to.resolve("SHA256SUMS"))
                .as(whole.err())
                .hasSameTextualContentAs(dir.resolve("whole").resolve("SHA256SUMS"));
    }

    @Test
    void refusesAStoreWithoutSnapshot() {
        Run run = Run.of("export", "--home", home, "--store", dir.resolve("none"), "--to", to);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("none' has no snapshot", "serve --store");
        assertThat(to).doesNotExist();
    }

    @Test
    void reportsGraphThatDiffers() throws IOException {
        Run.of("export", "--home", home, "--to", to, "--format", "trig");
        Path quads = to.resolve("onrecord.nq");
        Files.writeString(quads, Files.readString(quads).replace("\"Anna\"", "\"Ana\""));
        Run verify = Run.of("verify", "--release", to);
        assertThat(verify.code()).isEqualTo(ExitCode.WRONG);
        assertThat(verify.out())
                .contains("graph <https://w3id.org/onrecord/graph/people>: differs")
                .contains("\"Anna\"")
                .contains("\"Ana\"");
    }

    @Test
    void writesOnlyRequestedFormatsAndQuads() {
        Run.of("export", "--home", home, "--to", to, "--format", "turtle,RDF");
        assertThat(to.resolve("onrecord.nq")).exists();
        assertThat(to.resolve("onrecord.ttl")).exists();
        assertThat(to.resolve("onrecord.rdf")).exists();
        assertThat(to.resolve("onrecord.trig")).doesNotExist();
    }

    @Test
    void rejectsUnknownFormatAndForeignFolder() throws IOException {
        Run format = Run.of("export", "--home", home, "--to", to, "--format", "hdt");
        assertThat(format.code()).isEqualTo(ExitCode.USAGE);
        assertThat(format.err()).contains("Invalid dump format 'hdt'");
        Files.writeString(Files.createDirectory(to).resolve("mine"), "x");
        Run occupied = Run.of("export", "--home", home, "--to", to);
        assertThat(occupied.code()).isEqualTo(ExitCode.USAGE);
        assertThat(occupied.err()).contains("not an earlier export");
    }

    @Test
    void writesChangesSinceEarlierReleaseInSameFolder() throws IOException {
        Run.of("export", "--home", home, "--to", to);
        Path people = home.resolve("data/people.ttl");
        Files.writeString(people, Files.readString(people).replace("Anna", "Anne"));
        Run run = Run.of("export", "--home", home, "--to", to, "--since", to.resolve("onrecord.nq.gz"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(to.resolve("changes.rdfp"))
                .content()
                .contains("D <https://w3id.org/onrecord/id/person/anna>", "\"Anne\"");
        assertThat(to.resolve("changes.md")).content().contains("rec:name \"Anna\"");
        assertThat(Run.of("verify", "--release", to).code()).isZero();
        Run missing = Run.of("export", "--home", home, "--to", to, "--since", dir.resolve("none"));
        assertThat(missing.code()).isEqualTo(ExitCode.BROKEN);
        assertThat(missing.err()).contains("use a folder written by 'export --to'");
    }

    @Test
    void exits4IfFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "x");
        Run run = Run.of("export", "--home", home, "--to", file.resolve("below"));
        assertThat(run.code()).isEqualTo(ExitCode.OUTSIDE);
        assertThat(run.err()).contains("could not be written");
    }
}
