// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.onrecord.query.Catalogue;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.server.LineOutput;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;
import org.onrecord.site.SiteSettings;
import org.onrecord.site.Website;
import org.onrecord.site.data.Origin;
import org.onrecord.site.page.Site;
import org.onrecord.validation.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code serve}: loads, validates, serves; refuses to start on a violation and prints the report. With
 * {@code --watch} each change of the files that validates is the next release.
 */
@Command(
        name = "serve",
        description = "Load and validate the project, then serve its pages and /sparql until stopped.",
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
                    "Follow the files of --home: a change that validates is shown within a second or two, one that does not is reported and not shown. ONRECORD_WATCH.")
    private boolean watch;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        ServerOptions chosen = chosen(err);
        Origin origin = site.origin();
        Site about = site.site(err);
        Optional<HomeWatch> watched = watch ? Optional.of(new HomeWatch(watchedHome())) : Optional.empty();
        SiteSettings settings = new SiteSettings(
                Catalogue.of(home.home()),
                about,
                origin,
                chosen.isPrivate() && origin.declared().isEmpty());
        Optional<ReadServer> started = start(settings, chosen, watched);
        started.ifPresent(this::join);
        return started.isPresent() ? ExitCode.DONE : ExitCode.WRONG;
    }

    /** The server; the caller waits for it, and must not hold the first release meanwhile. */
    private Optional<ReadServer> start(SiteSettings settings, ServerOptions chosen, Optional<HomeWatch> watched) {
        PrintWriter err = spec.commandLine().getErr();
        Loading loading = new Loader(home.home(), err::println).load();
        if (loading instanceof Loading.Ready ready) {
            Website website = LiveSite.website(ready, settings);
            ReadServer server = ReadServer.start(website, chosen);
            new Banner(ready, server.url()).print(spec.commandLine().getOut());
            Consumer<String> console = chosen.journal().lines();
            // Warnings of libraries must not wait for a reader of standard error either.
            System.setErr(new PrintStream(new LineOutput(console), true, StandardCharsets.UTF_8));
            watched.ifPresent(files -> files.start(new LiveSite(watchedHome(), website, server, console), console));
            return Optional.of(server);
        }
        err.print(ReportFormat.TEXT.write(loading.report()));
        err.println("onrecord: not served, because of the violations above.");
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
                .orElseThrow(
                        () -> new ParameterException(
                                spec.commandLine(),
                                "--watch follows the files of a folder: give it with --home DIR, such as --home . in a checkout"));
    }

    private ServerOptions chosen(PrintWriter err) {
        try {
            return options.server(err);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
