// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.net.BindException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.onrecord.guard.Guard;
import org.onrecord.http.Body;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemPages;
import org.onrecord.http.ProblemReply;
import org.onrecord.http.Reply;
import org.onrecord.http.Route;
import org.onrecord.http.Routes;
import org.onrecord.release.Snapshot;
import org.onrecord.server.connection.RequestBodies;
import org.onrecord.server.connection.ThreadLimits;
import org.onrecord.site.Website;
import org.onrecord.sparql.RequestReader;
import org.onrecord.sparql.Served;
import org.onrecord.sparql.SparqlEndpoint;

/** A server that answers SPARQL queries over one dataset at {@code /sparql}, and changes nothing. */
public final class ReadServer implements AutoCloseable {
    private static final int MIN_THREADS = 8;

    private final FusekiServer fuseki;
    private final ServerOptions options;
    private final Guard guard;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ReadServer(FusekiServer fuseki, ServerOptions options, Guard guard) {
        this.fuseki = fuseki;
        this.options = options;
        this.guard = guard;
    }

    /** A snapshot, named by its release and this program's version, or by its start if it runs from sources. */
    public static Served served(Snapshot snapshot) {
        String released = ReadServer.class.getPackage().getImplementationVersion();
        String version = released == null ? "started " + Instant.now() : released;
        return new Served(snapshot.dataset(), snapshot.release().hash() + " " + version);
    }

    /**
     * Starts a server; when this returns, it answers.
     *
     * @throws StartException if the address is taken or is not one of this machine's
     */
    public static ReadServer start(Served served, ServerOptions options) {
        return start(served, Optional.empty(), options);
    }

    /**
     * Starts a server with a site; when this returns, it answers.
     *
     * @throws StartException if the address is taken or is not one of this machine's
     */
    public static ReadServer start(Served served, Website site, ServerOptions options) {
        return start(served, Optional.of(site), options);
    }

    private static ReadServer start(Served served, Optional<Website> site, ServerOptions options) {
        options.services().switchOn();
        Guard guard = new Guard(options.limits());
        Metrics metrics = metrics(guard);
        Routes routes = routes(served, site, options, guard, metrics);
        FusekiServer fuseki = FusekiServer.create()
                .port(options.address().port())
                .numServerThreads(MIN_THREADS, ThreadLimits.of(options.limits()).pool())
                .fusekiModules(FusekiModules.empty())
                .enableStats(false)
                .enablePing(false)
                .addServlet("/*", routes)
                .build();
        RequestBodies bodies = new JettySettings(
                        options,
                        request -> routes.takes(
                                request.getMethod(), request.getHttpURI().getPath()))
                .apply(fuseki.getJettyServer(), new Observer(metrics, options.clients(), options.access()));
        metrics.gauge("onrecord_request_body_bytes", bodies::held);
        metrics.gauge(
                "onrecord_journal_dropped_lines",
                () -> options.journal().dropped() + options.access().dropped());
        ReadServer server = new ReadServer(fuseki, options, guard);
        server.listen();
        options.journal().write("started", Map.of("address", server.url(), "dataset", served.name()));
        return server;
    }

    /** The port that the server listens at: the one asked for, or the one that was free. */
    public int port() {
        return fuseki.getPort();
    }

    /** The server's address as a browser on this machine would type it, ending in {@code /}. */
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

    /** Stops: takes no further requests, lets answers under way finish within the time for it, and ends. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        options.journal().write("stopping", Map.of("queriesRunning", guard.running()));
        try {
            fuseki.stop();
        } catch (FusekiException e) {
            options.journal().write("stopped", Map.of("reason", "Not every answer ended in time (--stop-within)."));
        } finally {
            guard.close();
            options.journal().flush();
            options.access().flush();
        }
    }

    private static Metrics metrics(Guard guard) {
        Metrics metrics = new Metrics();
        metrics.gauge("onrecord_queries_running", guard::running);
        metrics.gauge("onrecord_queries_stuck", guard::stuck);
        metrics.gauge("onrecord_query_memory_bytes", guard::held);
        return metrics;
    }

    private static Routes routes(
            Served served, Optional<Website> site, ServerOptions options, Guard guard, Metrics metrics) {
        RequestReader reader =
                new RequestReader(options.http().body(), options.http().query());
        SparqlEndpoint sparql = new SparqlEndpoint(served, guard, options.services(), reader, options.clients());
        Health health = new Health(served, guard, ProgramFile.overwritten(ReadServer.class));
        ProblemPages explained =
                site.map(pages -> new ProblemPages(pages::page)).orElse(ProblemPages.PLAIN);
        Map<String, Route> routes = new LinkedHashMap<>();
        routes.put("/sparql", new Route("sparql", List.of("GET", "POST"), sparql));
        site.ifPresent(pages -> routes.putAll(pages.routes(sparql)));
        routes.put("/health/live", Route.get("live", request -> health.live()));
        routes.put("/health/ready", Route.get("ready", request -> health.ready()));
        routes.put("/metrics", Route.get("metrics", request -> text(metrics.text())));
        routes.put("/problems/*", Route.get("problems", explained::reply));
        Function<Problem, String> page =
                site.<Function<Problem, String>>map(pages -> pages::page).orElse(ProblemReply::html);
        return new Routes(routes, new UnexpectedErrorLog(options.journal()), page);
    }

    private static Reply text(String metrics) {
        return Reply.of(200, "text/plain;version=0.0.4;charset=utf-8", Body.of(metrics))
                .with("Cache-Control", "no-store");
    }

    private void listen() {
        try {
            fuseki.start();
        } catch (RuntimeException e) {
            fuseki.stop();
            guard.close();
            throw new StartException(options.address(), reason(e), e);
        }
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "the host is not known; give an address of this machine with --host";
            }
            if (cause instanceof BindException
                    && String.valueOf(cause.getMessage()).contains("assign")) {
                return "the host is no address of this machine; give one that is with --host";
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
