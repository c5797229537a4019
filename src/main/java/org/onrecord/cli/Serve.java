// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.onrecord.knowledge.Loader;
import org.onrecord.knowledge.Loading;
import org.onrecord.query.Catalogue;
import org.onrecord.server.Address;
import org.onrecord.server.ReadServer;
import org.onrecord.validation.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code serve}: loads, validates, serves; refuses to start on a violation and prints the report. */
@Command(
        name = "serve",
        description = "Load and validate the project, then serve it at /sparql until stopped.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(
            names = "--port",
            defaultValue = "3030",
            paramLabel = "PORT",
            description = "TCP port to listen at; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "HOST",
            description =
                    "Address to listen at; 127.0.0.1 is reached from this machine only. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Address address = address();
        Catalogue.of(home.home());
        Loading loading = new Loader(home.home(), err::println).load();
        if (loading instanceof Loading.Ready ready) {
            serve(ready, address);
            return ExitCode.DONE;
        }
        err.print(ReportFormat.TEXT.write(loading.report()));
        err.println("onrecord: not served, because of the violations above.");
        err.flush();
        return ExitCode.WRONG;
    }

    private Address address() {
        try {
            return new Address(host, port);
        } catch (IllegalArgumentException e) {
            throw new Failures.Refusal(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private void serve(Loading.Ready ready, Address address) {
        try (ReadServer server = ReadServer.start(ready.snapshot(), address)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            new Banner(ready, server.url()).print(spec.commandLine().getOut());
            server.join();
        }
    }
}
