// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.FileWatch;
import org.onrecord.query.Catalogue;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.server.ReadServer;
import org.onrecord.site.RejectedChange;
import org.onrecord.site.SiteSettings;
import org.onrecord.site.ValidationHandler;
import org.onrecord.site.Website;
import org.onrecord.source.BrokenFileException;
import org.onrecord.source.Home;
import org.onrecord.source.Reason;
import org.onrecord.source.UnreadableFileException;
import org.onrecord.validation.ReportFormat;

/**
 * Reloads a home after each change of its files. Valid data becomes the current release; errors are reported on the
 * console, and the current release is kept.
 */
final class LiveSite implements Runnable {
    private final Path folder;
    private final AtomicReference<Shown> current;
    private final AtomicReference<@Nullable Questions> questions = new AtomicReference<>();
    private final ReadServer server;
    private final Consumer<String> console;
    private final Consumer<Loading.Ready> published;

    /**
     * What is current.
     *
     * @param ready the loaded release
     * @param website its site
     */
    record Shown(Loading.Ready ready, Website website) {
        static Shown of(Loading.Ready ready, SiteSettings settings) {
            ValidationHandler checker = new ValidationHandler(ready.home());
            return new Shown(ready, new Website(ready.release(), settings, Optional.of(checker)));
        }
    }

    /**
     * The questions and the states of their files.
     *
     * @param states a line for each file
     */
    private record Questions(List<String> states, Catalogue catalogue) {}

    /**
     * What receives the results.
     *
     * @param console messages for the operator
     * @param published each release after it was published
     */
    record Output(Consumer<String> console, Consumer<Loading.Ready> published) {}

    /**
     * Creates a site for the home in a folder.
     *
     * @param first what is current now
     * @param output receives what happens
     */
    LiveSite(Path folder, Shown first, ReadServer server, Output output) {
        this.folder = folder;
        this.current = new AtomicReference<>(first);
        this.server = server;
        this.console = output.console();
        this.published = output.published();
    }

    /** A watch of the files of a home. */
    static FileWatch watch(Path home) {
        List<Path> parts =
                Stream.of("ontology", "data", "queries").map(home::resolve).toList();
        return new FileWatch(parts, List.of(".ttl", ".rq"), Duration.ofMillis(250));
    }

    /** Reloads the home. */
    @Override
    public void run() {
        long start = System.nanoTime();
        try {
            Home home = Home.at(folder);
            Catalogue catalogue = questions(home);
            Loading loading =
                    new Loader(home, step -> {}).load(Optional.of(current().ready()));
            if (loading instanceof Loading.Ready ready) {
                show(Shown.of(ready, current().website().settings().with(catalogue)), start);
            } else {
                reject(ReportFormat.TEXT.write(loading.report()));
            }
        } catch (BrokenFileException | UnreadableFileException e) {
            reject(e.getMessage() + "\n");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            reject("Cannot load the files: " + Reason.of(e) + "\n");
        }
    }

    /** The questions of a home, read again only if their files changed. */
    private Catalogue questions(Home home) {
        List<String> states = home.queries().stream()
                .map(file -> file.name() + " " + file.state())
                .toList();
        return Objects.requireNonNull(questions.updateAndGet(
                        known -> known != null && known.states().equals(states)
                                ? known
                                : new Questions(states, Catalogue.of(home))))
                .catalogue();
    }

    private void show(Shown next, long start) {
        Shown before = current();
        before.website()
                .settings()
                .chain()
                .log()
                .add(before.ready().release().stated(), next.ready().release());
        server.show(next.website());
        current.set(next);
        console.accept(String.format(
                Locale.ROOT,
                "onrecord: published release %s, %.1f s after the change.",
                next.ready().release().hash(),
                (System.nanoTime() - start) / 1e9));
        published.accept(next.ready());
    }

    private Shown current() {
        return Objects.requireNonNull(current.get());
    }

    private void reject(String report) {
        Website site = current().website();
        server.show(site.with(new RejectedChange(Instant.now().truncatedTo(ChronoUnit.SECONDS), report)));
        report.lines().forEach(console);
        console.accept("onrecord: the change was not published because of the errors above; release %s is kept."
                .formatted(site.release().hash()));
    }
}
