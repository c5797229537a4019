// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.onrecord.query.Catalogue;
import org.onrecord.release.Loader;
import org.onrecord.release.Loading;
import org.onrecord.server.LineOutput;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;
import org.onrecord.site.Checker;
import org.onrecord.site.Origin;
import org.onrecord.site.Website;
import org.onrecord.site.page.Site;
import org.onrecord.validation.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code serve}: loads, validates, serves; refuses to start on a violation and prints the report. */
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

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        ServerOptions chosen = chosen(err);
        Origin origin = site.origin();
        Site about = site.site(err);
        Catalogue catalogue = Catalogue.of(home.home());
        Loading loading = new Loader(home.home(), err::println).load();
        if (loading instanceof Loading.Ready ready) {
            Checker checker = new Checker(ready.ontology(), ready.data());
            serve(ready, new Website(ready.snapshot(), catalogue, about, origin, Optional.of(checker)), chosen);
            return ExitCode.DONE;
        }
        err.print(ReportFormat.TEXT.write(loading.report()));
        err.println("onrecord: not served, because of the violations above.");
        err.flush();
        return ExitCode.WRONG;
    }

    private void serve(Loading.Ready ready, Website website, ServerOptions chosen) {
        try (ReadServer server = ReadServer.start(ReadServer.served(ready.snapshot()), website, chosen)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            // Warnings of libraries must not wait for a reader of standard error either.
            System.setErr(new PrintStream(new LineOutput(chosen.journal().lines()), true, StandardCharsets.UTF_8));
            new Banner(ready, server.url()).print(spec.commandLine().getOut());
            server.join();
        }
    }

    private ServerOptions chosen(PrintWriter err) {
        try {
            return options.server(err);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
