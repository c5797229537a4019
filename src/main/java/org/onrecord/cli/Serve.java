// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.onrecord.knowledge.Loader;
import org.onrecord.knowledge.Loading;
import org.onrecord.query.Catalogue;
import org.onrecord.server.ReadServer;
import org.onrecord.server.ServerOptions;
import org.onrecord.validation.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code serve}: loads, validates, serves; refuses to start on a violation and prints the report. */
@Command(
        name = "serve",
        description = "Load and validate the project, then serve it at /sparql until stopped.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private ServeOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        ServerOptions chosen = chosen(err);
        Catalogue.of(home.home());
        Loading loading = new Loader(home.home(), err::println).load();
        if (loading instanceof Loading.Ready ready) {
            serve(ready, chosen);
            return ExitCode.DONE;
        }
        err.print(ReportFormat.TEXT.write(loading.report()));
        err.println("onrecord: not served, because of the violations above.");
        err.flush();
        return ExitCode.WRONG;
    }

    private void serve(Loading.Ready ready, ServerOptions chosen) {
        try (ReadServer server = ReadServer.start(ReadServer.served(ready.snapshot()), chosen)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
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
