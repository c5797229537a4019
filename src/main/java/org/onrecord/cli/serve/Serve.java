// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.serve;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.cli.option.ExitCode;
import org.onrecord.cli.option.FileWatch;
import org.onrecord.cli.option.HomeOption;
import org.onrecord.cli.option.ProgressLine;
import org.onrecord.query.Catalogue;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.release.SnapshotFolder;
import org.onrecord.server.LineOutput;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;
import org.onrecord.site.SiteSettings;
import org.onrecord.site.data.Origin;
import org.onrecord.site.page.Site;
import org.onrecord.source.Home;
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
        ServerOptions chosen = chosen(err);
        Origin origin = site.origin();
        Site about = site.site(err);
        Optional<FileWatch> watched = watch ? Optional.of(LiveSite.watch(watchedHome())) : Optional.empty();
        SiteSettings settings = new SiteSettings(
                Catalogue.of(home.home()),
                about,
                origin,
                chosen.isPrivate() && origin.declared().isEmpty());
        Optional<SnapshotFolder> snapshots =
                Optional.ofNullable(store).map(folder -> SnapshotFolder.open(folder, err::println));
        try {
            Optional<ReadServer> started = start(settings, chosen, watched, snapshots);
            started.ifPresent(this::join);
            return started.isPresent() ? ExitCode.DONE : ExitCode.WRONG;
        } finally {
            snapshots.ifPresent(SnapshotFolder::close);
        }
    }

    /** Starts the server. The caller must not keep a reference to the first release. */
    private Optional<ReadServer> start(
            SiteSettings settings,
            ServerOptions chosen,
            Optional<FileWatch> watched,
            Optional<SnapshotFolder> snapshots) {
        PrintWriter err = spec.commandLine().getErr();
        Home source = home.home();
        Loading loading =
                new Loader(source, new ProgressLine(err)).load(snapshots.flatMap(folder -> folder.read(source)));
        if (loading instanceof Loading.Ready ready) {
            LiveSite.Shown first = LiveSite.Shown.of(ready, settings);
            ReadServer server = ReadServer.start(first.website(), chosen);
            new Banner(ready, server.url()).print(spec.commandLine().getOut());
            snapshots.ifPresent(folder -> folder.keep(ready));
            Consumer<String> console = chosen.journal().lines();
            // Library warnings must not block on standard error either.
            System.setErr(new PrintStream(new LineOutput(console), true, StandardCharsets.UTF_8));
            watched.ifPresent(files -> files.start(new LiveSite(watchedHome(), first, server, console), console));
            return Optional.of(server);
        }
        err.print(ReportFormat.TEXT.write(loading.report()));
        err.println("onrecord: not served because of the violations above.");
        err.flush();
        return Optional.empty();
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
