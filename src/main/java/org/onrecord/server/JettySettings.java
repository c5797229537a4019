// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.util.function.Function;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.onrecord.http.Routes;
import org.onrecord.server.connection.AnswerDeadlines;
import org.onrecord.server.connection.Deadlines;
import org.onrecord.server.connection.HeaderDeadlines;
import org.onrecord.server.connection.RequestBodies;
import org.onrecord.server.connection.ThreadLimits;

/**
 * The bounds of connections and requests, set on the Jetty server that Fuseki has built and not yet started.
 *
 * @param options what the operator wants
 * @param routes answer
 */
record JettySettings(ServerOptions options, Routes routes) {
    private static final int OUTPUT_BUFFER = 32 << 10;

    /** Puts the handlers around Fuseki's; the first sees a request first. */
    RequestBodies apply(Server server, RequestLog log) {
        HttpLimits http = options.http();
        Deadlines deadlines = new Deadlines(server.getScheduler());
        Function<Request, String> client = options.clients()::of;
        RequestBodies bodies = new RequestBodies(
                new RequestBodies.Bounds(http.body(), http.times().receive()),
                request -> routes.longestBody(
                        request.getMethod(), request.getHttpURI().getPath()),
                client,
                deadlines);
        bodies.setHandler(ThreadLimits.of(options.limits()).around(server.getHandler(), client));
        GracefulHandler graceful =
                new GracefulHandler(new AnswerDeadlines(bodies, http.times().send(), deadlines));
        graceful.setShutdownIdleTimeout(1000);
        ResponseHeaders headers = new ResponseHeaders(graceful, routes::current);
        HeaderDeadlines connections = new HeaderDeadlines(headers, http.times().idle(), deadlines);
        configure(server, connections);
        server.setHandler(connections);
        server.addBean(deadlines);
        server.setErrorHandler(new ProblemHandler(http, headers));
        server.setRequestLog(log);
        server.setStopTimeout(http.times().stop().toMillis());
        server.addBean(new NetworkConnectionLimit(http.connections(), server));
        return bodies;
    }

    private void configure(Server server, Connection.Listener connections) {
        for (Connector connector : server.getConnectors()) {
            ServerConnector own = (ServerConnector) connector;
            own.setHost(options.address().host());
            own.setIdleTimeout(options.http().times().idle().toMillis());
            // A full queue makes clients wait a second before they ask for a connection again.
            own.setAcceptQueueSize(options.http().connections());
            own.setAcceptedSendBufferSize(AnswerDeadlines.SEND_BUFFER);
            own.addBean(connections);
            configure(own.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration());
        }
    }

    /**
     * Fuseki takes output buffers of 1 MiB, one for each answer under way, which are garbage of the most expensive kind.
     * Paths are compared as they were sent, so that none of them is ambiguous to us: all are let in, and
     * are 404.
     */
    private void configure(HttpConfiguration http) {
        http.setOutputBufferSize(OUTPUT_BUFFER);
        http.setRequestHeaderSize(options.http().head());
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setIdleTimeout(options.http().times().idle().toMillis());
    }
}
