// SPDX-License-Identifier: Apache-2.0
package org.onrecord.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.SampleHome;
import org.onrecord.source.Home;
import org.onrecord.validation.ReportFormat;

class SnapshotFolderTest {
    @TempDir
    private Path folder;

    private final List<String> progress = new ArrayList<>();

    private Path snapshot() {
        return folder.resolve("store/snapshot");
    }

    private SnapshotFolder open() {
        return SnapshotFolder.open(folder.resolve("store"), progress::add);
    }

    private Optional<Loading.Ready> read() {
        try (SnapshotFolder store = open()) {
            return store.read(SampleHome.HOME);
        }
    }

    private void keep(Loading.Ready ready) {
        try (SnapshotFolder store = open()) {
            store.keep(ready);
        }
    }

    private static Set<Quad> quads(Loading.Ready ready) {
        return ready.release().dataset().stream().collect(Collectors.toSet());
    }

    @Test
    void readsWhatWasKept() {
        keep(SampleHome.ready());
        Loading.Ready read = read().orElseThrow();
        assertThat(read.release().hashes()).isEqualTo(SampleHome.release().hashes());
        assertThat(quads(read)).isEqualTo(quads(SampleHome.ready()));
        assertThat(read.report().files()).isEqualTo(SampleHome.ready().report().files());
        Loading.Ready updated = (Loading.Ready) new Loader(SampleHome.HOME, progress::add).load(Optional.of(read));
        assertThat(updated.release()).isSameAs(read.release());
    }

    @Test
    void keepsWarnings() throws IOException {
        Path home = SampleHome.copy(folder.resolve("home"));
        Path article = home.resolve("data/articles/v.ttl");
        String text = Files.readString(article);
        int stop = text.indexOf(".\"@en", text.indexOf("rec:content"));
        Files.writeString(article, text.substring(0, stop) + text.substring(stop + 1));
        Loading.Ready ready = (Loading.Ready) new Loader(Home.at(home), step -> {}).load();
        assertThat(ready.report().findings()).hasSize(1);
        keep(ready);
        assertThat(ReportFormat.TEXT.write(read(home).report())).isEqualTo(ReportFormat.TEXT.write(ready.report()));
        Files.writeString(article, text);
        Loading repaired = new Loader(Home.at(home), step -> {}).load(Optional.of(read(home)));
        assertThat(repaired.report().findings()).isEmpty();
    }

    private Loading.Ready read(Path home) {
        try (SnapshotFolder store = open()) {
            return store.read(Home.at(home)).orElseThrow();
        }
    }

    @Test
    void doesNotWriteWhatIsThere() throws IOException {
        keep(SampleHome.ready());
        Object first = Files.readAttributes(snapshot(), "fileKey,lastModifiedTime");
        try (SnapshotFolder store = open()) {
            store.keep((Loading.Ready) new Loader(SampleHome.HOME, step -> {}).load(store.read(SampleHome.HOME)));
        }
        assertThat(Files.readAttributes(snapshot(), "fileKey,lastModifiedTime")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0001, 0.3, 0.9, 0.99999})
    void reportsATruncatedSnapshot(double part) throws IOException {
        keep(SampleHome.ready());
        byte[] bytes = Files.readAllBytes(snapshot());
        Files.write(snapshot(), Arrays.copyOf(bytes, (int) (part * bytes.length)));
        assertThat(read()).isEmpty();
        assertThat(progress.get(progress.size() - 1)).contains("cannot be used", "the files are read instead");
    }

    @Test
    void reportsADamagedSnapshot() throws IOException {
        keep(SampleHome.ready());
        byte[] bytes = Files.readAllBytes(snapshot());
        bytes[bytes.length / 2] ^= 1;
        Files.write(snapshot(), bytes);
        assertThat(read()).isEmpty();
        assertThat(progress.get(progress.size() - 1)).contains("it is damaged");
        keep(SampleHome.ready());
        assertThat(read()).isPresent();
    }

    @Test
    void reportsASnapshotOfAnotherVersion() throws IOException {
        keep(SampleHome.ready());
        byte[] bytes = Files.readAllBytes(snapshot());
        byte[] other = "On Record snapshot 0".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(other, 0, bytes, 0, other.length);
        Files.write(snapshot(), bytes);
        assertThat(read()).isEmpty();
        assertThat(progress.get(progress.size() - 1)).contains("another version of the program");
    }

    @Test
    void isForOneProcess() {
        try (SnapshotFolder first = open()) {
            assertThat(first.read(SampleHome.HOME)).isEmpty();
            assertThatThrownBy(this::open)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("another process uses it");
        }
        open().close();
    }

    @Test
    void saysWhyAFolderCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("store"), "a file");
        assertThatThrownBy(this::open)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The store '" + file + "' cannot be used: a file of this name exists: " + file);
    }

    @Test
    void keepsTheOldSnapshotIfTheNewOneCannotBeWritten() throws IOException {
        keep(SampleHome.ready());
        Files.createDirectories(folder.resolve("store/snapshot.new/full"));
        keep(SampleHome.ready());
        assertThat(progress.get(progress.size() - 1)).contains("warning", "was not written");
        assertThat(read()).isPresent();
    }
}
