// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.onrecord.guard.Limits;
import org.onrecord.guard.engine.Services;
import org.onrecord.http.Clients;
import org.onrecord.server.Address;
import org.onrecord.server.HttpLimits;
import org.onrecord.server.Journal;
import org.onrecord.server.QueuedLines;
import org.onrecord.server.ServerOptions;
import picocli.CommandLine.Option;

/** Options of {@code serve}. Each has an environment variable, which the option overrides. */
public final class ServeOptions {
    private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

    @Option(
            names = "--port",
            defaultValue = "${env:ONRECORD_PORT:-3030}",
            paramLabel = "PORT",
            description = "TCP port; 0 selects a free port. ONRECORD_PORT." + DEFAULT)
    private int port;

    @Option(
            names = "--host",
            defaultValue = "${env:ONRECORD_HOST:-127.0.0.1}",
            paramLabel = "HOST",
            description = "Address to bind; 127.0.0.1 accepts only local connections. ONRECORD_HOST." + DEFAULT)
    private String host;

    @Option(
            names = "--time-limit",
            defaultValue = "${env:ONRECORD_TIME_LIMIT:-10}",
            paramLabel = "SECONDS",
            description = "Time limit of a query in seconds, and maximum of 'timeout='. ONRECORD_TIME_LIMIT." + DEFAULT)
    private int timeLimit;

    @Option(
            names = "--max-rows",
            defaultValue = "${env:ONRECORD_MAX_ROWS:-100000}",
            paramLabel = "N",
            description = "Maximum rows or triples of an answer. ONRECORD_MAX_ROWS." + DEFAULT)
    private int maxRows;

    @Option(
            names = "--max-bytes",
            defaultValue = "${env:ONRECORD_MAX_BYTES:-16}",
            paramLabel = "MIB",
            description = "Maximum size of an answer in MiB before compression. ONRECORD_MAX_BYTES." + DEFAULT)
    private int maxBytes;

    @Option(
            names = "--query-memory",
            defaultValue = "${env:ONRECORD_QUERY_MEMORY:-64}",
            paramLabel = "MIB",
            description = "Maximum memory of a query in MiB. ONRECORD_QUERY_MEMORY." + DEFAULT)
    private int queryMemory;

    @Option(
            names = "--max-queries",
            defaultValue = "${env:ONRECORD_MAX_QUERIES:-32}",
            paramLabel = "N",
            description = "Maximum number of running queries. ONRECORD_MAX_QUERIES." + DEFAULT)
    private int maxQueries;

    @Option(
            names = "--queries-per-client",
            defaultValue = "${env:ONRECORD_QUERIES_PER_CLIENT:-8}",
            paramLabel = "N",
            description =
                    "Maximum number of running queries per client address. ONRECORD_QUERIES_PER_CLIENT." + DEFAULT)
    private int queriesPerClient;

    @Option(
            names = "--max-body",
            defaultValue = "${env:ONRECORD_MAX_BODY:-1024}",
            paramLabel = "KIB",
            description = "Maximum size of a request body in KiB. ONRECORD_MAX_BODY." + DEFAULT)
    private int maxBody;

    @Option(
            names = "--max-query",
            defaultValue = "${env:ONRECORD_MAX_QUERY:-64}",
            paramLabel = "KIB",
            description = "Maximum size of a query in KiB. ONRECORD_MAX_QUERY." + DEFAULT)
    private int maxQuery;

    @Option(
            names = "--max-head",
            defaultValue = "${env:ONRECORD_MAX_HEAD:-32}",
            paramLabel = "KIB",
            description = "Maximum size of request line and headers in KiB. ONRECORD_MAX_HEAD." + DEFAULT)
    private int maxHead;

    @Option(
            names = "--max-connections",
            defaultValue = "${env:ONRECORD_MAX_CONNECTIONS:-2000}",
            paramLabel = "N",
            description = "Maximum number of open connections. ONRECORD_MAX_CONNECTIONS." + DEFAULT)
    private int maxConnections;

    @Option(
            names = "--idle-timeout",
            defaultValue = "${env:ONRECORD_IDLE_TIMEOUT:-30}",
            paramLabel = "SECONDS",
            description =
                    "Timeout for complete request headers and for idle connections, in seconds. ONRECORD_IDLE_TIMEOUT."
                            + DEFAULT)
    private int idleTimeout;

    @Option(
            names = "--body-timeout",
            defaultValue = "${env:ONRECORD_BODY_TIMEOUT:-10}",
            paramLabel = "SECONDS",
            description =
                    "Timeout for a request body in seconds, plus one second per 16 KiB received. ONRECORD_BODY_TIMEOUT."
                            + DEFAULT)
    private int bodyTimeout;

    @Option(
            names = "--send-timeout",
            defaultValue = "${env:ONRECORD_SEND_TIMEOUT:-10}",
            paramLabel = "SECONDS",
            description =
                    "Timeout for sending an answer in seconds, plus one second per 32 KiB sent. ONRECORD_SEND_TIMEOUT."
                            + DEFAULT)
    private int sendTimeout;

    @Option(
            names = "--stop-within",
            defaultValue = "${env:ONRECORD_STOP_WITHIN:-10}",
            paramLabel = "SECONDS",
            description =
                    "Grace period for in-flight requests at shutdown, in seconds. ONRECORD_STOP_WITHIN." + DEFAULT)
    private int stopWithin;

    @Option(
            names = "--allow-service",
            defaultValue = "${env:ONRECORD_ALLOW_SERVICE}",
            split = ",",
            paramLabel = "URL",
            description =
                    "Allow SERVICE to call this endpoint, exactly as written in queries; URL=URL calls the second instead; repeatable. ONRECORD_ALLOW_SERVICE (comma-separated). Default: none.")
    private List<String> allowService = List.of();

    @Option(
            names = "--behind-proxy",
            defaultValue = "${env:ONRECORD_BEHIND_PROXY:-false}",
            description =
                    "Use the last address in X-Forwarded-For as client address. Only behind your own proxy that sets it. ONRECORD_BEHIND_PROXY."
                            + DEFAULT)
    private boolean behindProxy;

    @Option(
            names = "--access-log",
            defaultValue = "${env:ONRECORD_ACCESS_LOG}",
            paramLabel = "FILE",
            description =
                    "Access log file, one line of JSON per request; - for standard error. ONRECORD_ACCESS_LOG. Default: none.")
    private Optional<String> accessLog = Optional.empty();

    /** The server options. Events are written to {@code err}. */
    public ServerOptions server(PrintWriter err) {
        Limits limits = new Limits(
                Duration.ofSeconds(timeLimit),
                maxRows,
                (long) maxBytes << 20,
                (long) queryMemory << 20,
                maxQueries,
                queriesPerClient,
                Limits.DEFAULTS.stuck());
        HttpLimits http = new HttpLimits(
                maxBody << 10,
                maxQuery << 10,
                maxHead << 10,
                maxConnections,
                new HttpLimits.Times(
                        Duration.ofSeconds(idleTimeout),
                        Duration.ofSeconds(bodyTimeout),
                        Duration.ofSeconds(sendTimeout),
                        Duration.ofSeconds(stopWithin)));
        Journal events = journal(err);
        return new ServerOptions(
                new Address(host, port),
                limits,
                http,
                Services.of(allowService.stream().filter(url -> !url.isBlank()).toList()),
                new Clients(behindProxy),
                events,
                accessLog
                        .filter(file -> !file.isBlank())
                        .map(file -> file.equals("-") ? events : journal(open(Path.of(file))))
                        .orElse(Journal.SILENT));
    }

    private static PrintWriter open(Path file) {
        try {
            return new PrintWriter(Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the access log '" + file + "': " + e.getMessage()
                            + "; use another file with --access-log",
                    e);
        }
    }

    private static Journal journal(PrintWriter out) {
        return new Journal(new QueuedLines(out));
    }
}
