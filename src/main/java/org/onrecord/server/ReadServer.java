// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.net.BindException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.onrecord.guard.Guard;
import org.onrecord.http.RouteTable;
import org.onrecord.http.Routes;
import org.onrecord.release.Release;
import org.onrecord.server.connection.ReleaseWaits;
import org.onrecord.server.connection.ThreadLimits;
import org.onrecord.site.Website;
import org.onrecord.sparql.EndpointSettings;
import org.onrecord.sparql.RequestReader;

/** A read-only server of the current release, which can be replaced while it runs. */
public final class ReadServer implements AutoCloseable {
    private final FusekiServer fuseki;
    private final ServerOptions options;
    private final RouteTables tables;
    private final Routes routes;
    private final ReleaseWaits waits;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** What changes with the current release. */
    private record Shown(Routes routes, ReleaseWaits waits) {}

    private ReadServer(FusekiServer fuseki, ServerOptions options, RouteTables tables, Shown shown) {
        this.fuseki = fuseki;
        this.options = options;
        this.tables = tables;
        this.routes = shown.routes();
        this.waits = shown.waits();
    }

    /**
     * Starts a server of a release without pages. Returns when it accepts requests.
     *
     * @throws StartException if the address is in use or is not local
     */
    public static ReadServer start(Release release, ServerOptions options) {
        return start(tables -> tables.of(release), options);
    }

    /**
     * Starts a server of a site. Returns when it accepts requests.
     *
     * @throws StartException if the address is in use or is not local
     */
    public static ReadServer start(Website site, ServerOptions options) {
        ReadServer server = start(tables -> tables.of(site), options);
        site.begin();
        return server;
    }

    private static ReadServer start(Function<RouteTables, RouteTable> first, ServerOptions options) {
        options.services().enable();
        Guard guard = new Guard(options.limits());
        Metrics metrics = metrics(guard);
        RequestReader reader = new RequestReader(options.http().query());
        RouteTables tables = new RouteTables(
                new EndpointSettings(guard, options.services(), reader, options.clients(), program()),
                metrics,
                ProgramFile.overwritten(ReadServer.class));
        Routes routes = routes(first.apply(tables), guard, options);
        FusekiServer fuseki = fuseki(routes, options);
        JettySettings.Applied applied = new JettySettings(options, routes)
                .apply(fuseki.getJettyServer(), new Observer(metrics, options.clients(), options.access()));
        metrics.gauge("onrecord_request_body_bytes", applied.bodies()::held);
        metrics.gauge(
                "onrecord_journal_dropped_lines",
                () -> options.journal().dropped() + options.access().dropped());
        ReadServer server = new ReadServer(fuseki, options, tables, new Shown(routes, applied.waits()));
        server.listen();
        options.journal()
                .write(
                        "started",
                        Map.of(
                                "address",
                                server.url(),
                                "release",
                                routes.current().release()));
        return server;
    }

    private static Routes routes(RouteTable first, Guard guard, ServerOptions options) {
        return new Routes(first, guard.quickWork(), options.clients()::of, new UnexpectedErrorLog(options.journal()));
    }

    /** The version of the program; the start time if it runs from class files. */
    private static String program() {
        String released = ReadServer.class.getPackage().getImplementationVersion();
        return released == null ? "started " + Instant.now() : released;
    }

    private static FusekiServer fuseki(Routes routes, ServerOptions options) {
        FusekiServices services = new FusekiServices(routes);
        int threads = ThreadLimits.of(options.limits()).pool();
        return FusekiServer.create()
                .port(options.address().port())
                // All are started at once, because starting them in a flood takes processor time from health checks.
                .numServerThreads(threads, threads)
                .fusekiModules(FusekiModules.empty())
                .enableStats(false)
                .enablePing(false)
                .add("/sparql", services.query())
                .add("/data", services.graphStore())
                .addServlet("/*", routes)
                .build();
    }

    /**
     * Replaces the current site. Requests in flight complete with the release they started with; the old release becomes
     * garbage after the last of them.
     */
    public void show(Website site) {
        site.indexed().join();
        show(tables.of(site));
        String event = site.refused().isPresent() ? "change-refused" : "release";
        options.journal().write(event, Map.of("release", site.release().hash()));
    }

    /** Makes the endpoint of a release, without pages, current. */
    public void show(Release release) {
        show(tables.of(release));
    }

    private void show(RouteTable next) {
        next.others().join();
        routes.show(next);
        waits.look();
    }

    /** Adds a gauge to the metrics. */
    public void gauge(String name, DoubleSupplier value) {
        tables.metrics().gauge(name, value);
    }

    /** The hash of the current release. */
    public String release() {
        return routes.current().release();
    }

    /** The port of the server. */
    public int port() {
        return fuseki.getPort();
    }

    /** The URL of the server on this machine, ending in {@code /}. */
    public String url() {
        String host = options.address().host().equals("127.0.0.1")
                ? "localhost"
                : options.address().host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/";
    }

    /** Waits until the server is stopped. */
    public void join() {
        fuseki.join();
    }

    /** Stops the server; requests in flight may complete within the grace period. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        options.journal().write("stopping", Map.of("queriesRunning", guard().running()));
        try {
            fuseki.stop();
        } catch (FusekiException e) {
            options.journal().write("stopped", Map.of("reason", "Not every answer ended in time (--stop-within)."));
        } finally {
            guard().close();
            options.journal().flush();
            options.access().flush();
        }
    }

    private static Metrics metrics(Guard guard) {
        Metrics metrics = new Metrics();
        metrics.gauge("onrecord_queries_running", guard::running);
        metrics.gauge("onrecord_queries_stuck", guard::stuck);
        metrics.gauge("onrecord_query_memory_bytes", guard::memoryInUse);
        return metrics;
    }

    private Guard guard() {
        return tables.endpoint().guard();
    }

    private void listen() {
        try {
            fuseki.start();
        } catch (RuntimeException e) {
            fuseki.stop();
            guard().close();
            throw new StartException(options.address(), reason(e), e);
        }
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "unknown host; give a local address with --host";
            }
            if (cause instanceof BindException
                    && String.valueOf(cause.getMessage()).contains("assign")) {
                return "the host is not a local address; give one with --host";
            }
            if (cause instanceof BindException) {
                return "the port is in use or not allowed; give another with --port";
            }
            if (cause instanceof SocketException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
