// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.serve;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.CommandException;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.cli.option.FileWatch;
import org.onrecord.cli.option.HomeOption;
import org.onrecord.cli.option.ProgressLine;
import org.onrecord.query.Catalogue;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.release.SnapshotFolder;
import org.onrecord.release.chain.ChangeLog;
import org.onrecord.release.chain.ReleaseChain;
import org.onrecord.release.chain.Steps;
import org.onrecord.replica.Follower;
import org.onrecord.replica.Replica;
import org.onrecord.replica.kafka.KafkaPublisher;
import org.onrecord.replica.kafka.KafkaTopic;
import org.onrecord.search.SearchStore;
import org.onrecord.server.LineOutput;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;
import org.onrecord.site.SiteSettings;
import org.onrecord.site.data.Origin;
import org.onrecord.site.page.Site;
import org.onrecord.source.Home;
import org.onrecord.source.Reason;
import org.onrecord.validation.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code serve}: loads, validates and serves the data. On violations it prints the report and does not
 * start. With {@code --watch}, each valid change of the files is published.
 */
@Command(
        name = "serve",
        description = "Load and validate the data, then serve pages and /sparql until stopped.",
        mixinStandardHelpOptions = true)
public final class Serve implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private ServeOptions options;

    @Mixin
    private SiteOptions site;

    @Mixin
    private ReplicaOptions replica;

    @Option(
            names = "--watch",
            defaultValue = "${env:ONRECORD_WATCH:-false}",
            description =
                    "Watch the files of --home: valid changes are published within two seconds, invalid ones are reported. ONRECORD_WATCH.")
    private boolean watch;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "${env:ONRECORD_STORE}",
            description =
                    "Keep a snapshot of the loaded data in this folder: the next start reads only files that changed. ONRECORD_STORE.")
    private @Nullable Path store;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        replica.check(watch || home.folder().isPresent(), store != null);
        ServerOptions chosen = chosen(err);
        Optional<FileWatch> watched = watch ? Optional.of(LiveSite.watch(watchedHome())) : Optional.empty();
        Optional<SnapshotFolder> snapshots =
                Optional.ofNullable(store).map(folder -> SnapshotFolder.open(folder, err::println));
        try {
            SiteSettings settings = settings(chosen, snapshots);
            ChangeLog log = snapshots
                    .map(folder -> ChangeLog.in(folder.path(), err::println))
                    .orElseGet(ChangeLog::inMemory);
            Optional<ReadServer> started = replica.isReplica()
                    ? Optional.of(follow(new Setup(settings, chosen, snapshots, log)))
                    : start(new Setup(settings, chosen, snapshots, log), watched);
            started.ifPresent(this::join);
            return started.isPresent() ? ExitCode.DONE : ExitCode.WRONG;
        } finally {
            snapshots.ifPresent(SnapshotFolder::close);
        }
    }

    private SiteSettings settings(ServerOptions chosen, Optional<SnapshotFolder> snapshots) {
        PrintWriter err = spec.commandLine().getErr();
        Origin origin = site.origin();
        Site own = site.site(err);
        SiteSettings settings = new SiteSettings(
                Catalogue.of(home.home()),
                own,
                origin,
                chosen.isPrivate() && origin.declared().isEmpty());
        return snapshots
                .map(folder -> SearchStore.in(
                        folder.path().resolve("search"), own.passages().digest(), err::println))
                .map(settings::with)
                .orElse(settings);
    }

    /** What a server is started with. */
    private record Setup(
            SiteSettings settings, ServerOptions options, Optional<SnapshotFolder> snapshots, ChangeLog log) {
        Consumer<String> console() {
            return options.journal().lines();
        }

        /** The release in the store, with its search index. */
        Optional<Loading.Ready> stored(Home source) {
            Optional<Loading.Ready> stored = snapshots.flatMap(folder -> folder.read(source));
            stored.ifPresent(ready -> settings.search().adopt(ready.release()));
            return stored;
        }

        /** Keeps the release in the store, so that the next start is short. */
        void keep(Loading.Ready ready) {
            if (snapshots.filter(folder -> folder.keepLater(ready)).isPresent()) {
                settings.search().commit();
            }
        }
    }

    /** Starts the server. The caller must not keep a reference to the first release. */
    private Optional<ReadServer> start(Setup setup, Optional<FileWatch> watched) {
        PrintWriter err = spec.commandLine().getErr();
        Optional<KafkaTopic> topic = replica.publish();
        Home source = home.home();
        Optional<Loading.Ready> stored = setup.stored(source);
        Loading loading = new Loader(source, new ProgressLine(err)).load(stored);
        if (loading instanceof Loading.Ready ready) {
            setup.log()
                    .add(
                            stored.map(before -> Steps.replay(before.release(), setup.log())
                                            .stated())
                                    .orElseGet(ready.release()::stated),
                            ready.release());
            LiveSite.Shown first = LiveSite.Shown.of(ready, setup.settings().with(ReleaseChain.of(setup.log())));
            ReadServer server = serve(first, setup);
            topic.ifPresent(to -> KafkaPublisher.start(
                    to, setup.log(), first.website().release().base().dataset(), setup.console()));
            watched.ifPresent(files -> files.start(
                    new LiveSite(watchedHome(), first, server, new LiveSite.Output(setup.console(), setup::keep)),
                    setup.console()));
            return Optional.of(server);
        }
        err.print(ReportFormat.TEXT.write(loading.report()));
        err.println("onrecord: not served because of the violations above.");
        err.flush();
        return Optional.empty();
    }

    /** Starts the server of a replica. */
    private ReadServer follow(Setup setup) {
        PrintWriter err = spec.commandLine().getErr();
        Replica parts = replica.replica(setup.log());
        AtomicReference<@Nullable Follower> follower = new AtomicReference<>();
        SiteSettings settings = setup.settings()
                .with(new ReleaseChain(
                        setup.log(), () -> Optional.ofNullable(follower.get()).map(Follower::lag)));
        Loading.Ready ready = first(parts, setup.stored(Home.bundled()), err);
        ReadServer server = serve(LiveSite.Shown.of(ready, settings), setup);
        Follower started = new Follower(
                parts,
                ready,
                new Follower.Output(
                        next -> {
                            server.show(LiveSite.Shown.of(next, settings).website());
                            setup.keep(next);
                        },
                        setup.console()));
        follower.set(started);
        server.gauge("onrecord_lag_releases", () -> started.lag().releases());
        server.gauge("onrecord_lag_seconds", () -> started.lag().seconds());
        started.start();
        return server;
    }

    private static Loading.Ready first(Replica replica, Optional<Loading.Ready> stored, PrintWriter err) {
        try {
            return replica.first(stored, err::println);
        } catch (IOException e) {
            throw new CommandException(ExitCode.OUTSIDE, "Cannot start the replica: " + Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.OUTSIDE, "Interrupted while loading the dumps");
        }
    }

    private ReadServer serve(LiveSite.Shown first, Setup setup) {
        ReadServer server = ReadServer.start(first.website(), setup.options());
        new Banner(first.ready(), server.url()).print(spec.commandLine().getOut());
        setup.snapshots().ifPresent(folder -> {
            folder.keep(first.ready());
            var unused = first.website().indexed().thenRun(setup.settings().search()::commit);
        });
        // Library warnings must not block on standard error either.
        System.setErr(new PrintStream(new LineOutput(setup.console()), true, StandardCharsets.UTF_8));
        return server;
    }

    private void join(ReadServer server) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        try (server) {
            server.join();
        }
    }

    private Path watchedHome() {
        return home.folder()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--watch requires --home DIR, such as --home . in a checkout"));
    }

    private ServerOptions chosen(PrintWriter err) {
        try {
            return options.server(err);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
