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
import org.onrecord.http.KnownReplies;
import org.onrecord.http.Routes;
import org.onrecord.server.connection.AnswerDeadlines;
import org.onrecord.server.connection.Deadlines;
import org.onrecord.server.connection.HeaderDeadlines;
import org.onrecord.server.connection.ReleaseWaits;
import org.onrecord.server.connection.RequestBodies;
import org.onrecord.server.connection.ThreadLimits;

/**
 * Configures the Jetty server that Fuseki has built, before it is started.
 *
 * @param options the server's options
 * @param routes handle the requests
 */
record JettySettings(ServerOptions options, Routes routes) {
    private static final int OUTPUT_BUFFER = 32 << 10;

    /** The handlers that the server speaks to. */
    record Applied(RequestBodies bodies, ReleaseWaits waits) {}

    /** Adds handlers in front of Fuseki's. */
    Applied apply(Server server, RequestLog log) {
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
        GracefulHandler graceful = new GracefulHandler(
                new AnswerDeadlines(new KnownReplies(bodies), http.times().send(), deadlines));
        graceful.setShutdownIdleTimeout(1000);
        ResponseHeaders headers = new ResponseHeaders(graceful, routes::current);
        ReleaseWaits waits = new ReleaseWaits(headers, routes::current, client, deadlines);
        HeaderDeadlines connections = new HeaderDeadlines(waits, http.times().idle(), deadlines);
        configure(server, connections);
        server.setHandler(connections);
        server.addBean(deadlines);
        server.setErrorHandler(new ProblemHandler(http, headers));
        server.setRequestLog(log);
        server.setStopTimeout(http.times().stop().toMillis());
        server.addBean(new NetworkConnectionLimit(http.connections(), server));
        return new Applied(bodies, waits);
    }

    private void configure(Server server, Connection.Listener connections) {
        for (Connector connector : server.getConnectors()) {
            ServerConnector own = (ServerConnector) connector;
            own.setHost(options.address().host());
            own.setIdleTimeout(options.http().times().idle().toMillis());
            // When the queue is full, clients retry only after a second.
            own.setAcceptQueueSize(options.http().connections());
            own.setAcceptedSendBufferSize(AnswerDeadlines.SEND_BUFFER);
            own.addBean(connections);
            configure(own.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration());
        }
    }

    /**
     * Fuseki's output buffers of 1 MiB are expensive for the garbage collector. Paths are compared in their encoded form,
     * so ambiguous ones are accepted and are 404.
     */
    private void configure(HttpConfiguration http) {
        http.setOutputBufferSize(OUTPUT_BUFFER);
        // Replies that fit are sent as a whole.
        http.setOutputAggregationSize(OUTPUT_BUFFER);
        http.setRequestHeaderSize(options.http().head());
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setIdleTimeout(options.http().times().idle().toMillis());
    }
}
