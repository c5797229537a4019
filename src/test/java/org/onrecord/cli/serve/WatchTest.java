// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.CopiedFolder;
import org.onrecord.Eventually;
import org.onrecord.SampleHome;
import org.onrecord.cli.option.FileWatch;
import org.onrecord.query.Catalogue;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.server.Address;
import org.onrecord.server.Journal;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;
import org.onrecord.site.SiteSettings;
import org.onrecord.site.data.Origin;
import org.onrecord.site.page.Site;
import org.onrecord.source.Home;

/** Tests {@code serve --watch} with a copy of the sample that has an ontology of its own. */
class WatchTest {
    private static final String LABEL = "skos:prefLabel \"Joren Hask\"@en";
    private static final String OTHER = "skos:prefLabel \"Joren V. Hask\"@en";

    @TempDir
    private Path home;

    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final StringWriter console = new StringWriter();
    private ReadServer server;
    private Path actors;

    @BeforeEach
    void start() throws IOException {
        CopiedFolder.copy(Path.of("ontology"), home.resolve("ontology"));
        CopiedFolder.copy(SampleHome.FOLDER.resolve("data"), home.resolve("data"));
        actors = home.resolve("data/reference/actors.ttl");
        FileWatch watch = LiveSite.watch(home);
        Home files = Home.at(home);
        Loading.Ready ready = (Loading.Ready) new Loader(files, step -> {}).load();
        SiteSettings settings = new SiteSettings(Catalogue.of(files), Site.PLAIN, Origin.ASKED, true);
        LiveSite.Shown first = LiveSite.Shown.of(ready, settings);
        Journal events = new Journal(line -> {
            if (line.contains("\"event\":\"release\"")) {
                shown.add(line);
            }
        });
        server = ReadServer.start(
                first.website(), ServerOptions.at(new Address("127.0.0.1", 0)).with(events, Journal.SILENT));
        Consumer<String> lines = line -> console.append(line).append("\n");
        watch.start(new LiveSite(home, first, server, new LiveSite.Output(lines, next -> {})), lines);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("a valid change is published; a change with syntax errors or violations is reported and not published")
    void publishesValidChanges() throws IOException {
        String first = server.release();
        String text = Files.readString(actors);
        Files.writeString(actors, text.replace(LABEL, OTHER));
        Eventually.holds(
                "the page shows the change",
                () -> read("/doc/person/joren-hask.html").contains("Joren V. Hask"));
        String second = server.release();
        assertThat(second).isNotEqualTo(first);

        Files.writeString(actors, text + "\nthis is not Turtle");
        Eventually.holds("the error is reported", () -> console.toString().contains(name(actors) + ":"));
        assertThat(server.release()).isEqualTo(second);
        assertThat(read("/health/ready")).contains("\"ready\"").contains("changeRefused");
        assertThat(read("/")).contains(name(actors) + ":");

        Path added = actors.resolveSibling("wrong.ttl");
        Files.writeString(actors, text);
        Files.writeString(
                added, "<" + SampleHome.THINGS + "statement/z-1> a <https://w3id.org/onrecord/ontology#Statement> .\n");
        Eventually.holds("the error is reported", () -> console.toString().contains("wrong.ttl:1"));
        assertThat(server.release()).isEqualTo(second);

        Files.delete(added);
        Eventually.holds("the first release is back", () -> server.release().equals(first));
        assertThat(read("/health/ready")).doesNotContain("changeRefused");
        assertThat(read("/")).doesNotContain("wrong.ttl");
    }

    @Test
    @DisplayName("a missing folder and a broken link => reported or skipped, and watching continues")
    void continuesAfterMissingFolder() throws IOException {
        Files.createSymbolicLink(home.resolve("data/.#lock.ttl"), Path.of("nowhere"));
        String first = server.release();
        Files.move(home.resolve("data"), home.resolve("moved"));
        Eventually.holds("the error is reported", () -> console.toString().contains("data' does not exist"));
        assertThat(server.release()).isEqualTo(first);
        Files.move(home.resolve("moved"), home.resolve("data"));
        Files.writeString(actors, Files.readString(actors).replace(LABEL, OTHER));
        Eventually.holds("the change is shown", () -> !server.release().equals(first));
    }

    @Test
    @DisplayName("50 files written at once, and a file replaced in two steps => one release each")
    void publishesConcurrentChangesOnce() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            files.filter(Files::isRegularFile).limit(50).forEach(WatchTest::touch);
        }
        Eventually.holds("one swap", () -> shown.size() == 1);
        String text = Files.readString(actors);
        Path backup = actors.resolveSibling(actors.getFileName() + "~");
        Files.move(actors, backup);
        Files.writeString(actors.resolveSibling(".new"), text.replace(LABEL, OTHER));
        Files.move(actors.resolveSibling(".new"), actors, StandardCopyOption.ATOMIC_MOVE);
        Eventually.holds("a second swap", () -> shown.size() == 2);
        Files.delete(backup);
        assertThat(read("/doc/person/joren-hask.html")).contains("Joren V. Hask");
        assertThat(shown).hasSize(2);
    }

    @Test
    @DisplayName("a changed question is shown, and kept when other files change")
    void readsChangedQuestions() throws IOException {
        Path question = home.resolve("queries/forms-by-speaker.rq");
        String text = Files.readString(Path.of("queries/forms-by-speaker.rq"));
        Files.createDirectories(question.getParent());
        for (String title : List.of("The first title", "Another title, longer")) {
            Files.writeString(question, text.replaceFirst("title: .*", "title: " + title));
            Eventually.holds(
                    "the question has its title",
                    () -> read("/queries/forms-by-speaker").contains(title));
        }
        Files.writeString(actors, Files.readString(actors).replace(LABEL, OTHER));
        Eventually.holds(
                "the page shows the change",
                () -> read("/doc/person/joren-hask.html").contains("Joren V. Hask"));
        assertThat(read("/queries/forms-by-speaker")).contains("Another title, longer");
    }

    private String name(Path file) {
        return home.relativize(file).toString();
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
