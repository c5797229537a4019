// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        Loading loading = new Loader(home.home(), err::println).load();
        if (loading instanceof Loading.Ready ready) {
            serve(ready, settings, chosen, watched);
            return ExitCode.DONE;
        }
        err.print(ReportFormat.TEXT.write(loading.report()));
        err.println("onrecord: not served, because of the violations above.");
        err.flush();
        return ExitCode.WRONG;
    }

    private void serve(Loading.Ready ready, SiteSettings settings, ServerOptions chosen, Optional<HomeWatch> watched) {
        Website website = LiveSite.website(ready, settings);
        try (ReadServer server = ReadServer.start(website, chosen)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            new Banner(ready, server.url()).print(spec.commandLine().getOut());
            watched.ifPresent(files -> files.start(new LiveSite(
                    home.home(), website, server, spec.commandLine().getErr())));
            // Warnings of libraries must not wait for a reader of standard error either.
            System.setErr(new PrintStream(new LineOutput(chosen.journal().lines()), true, StandardCharsets.UTF_8));
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
