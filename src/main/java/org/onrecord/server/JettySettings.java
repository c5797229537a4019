// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.onrecord.server.connection.ThreadLimits;

/**
 * The bounds of connections and requests, set on the Jetty server that Fuseki has built and not yet started.
 *
 * @param options what the operator wants
 */
record JettySettings(ServerOptions options) {

    private static final long SLOWEST_BYTES_PER_SECOND = 256;
    private static final int CHUNK_OVERHEAD = 16;

    /** Bodies are read before a thread waits for them, so that slow clients cost a connection each and no thread. */
    void apply(Server server, RequestLog log) {
        for (Connector connector : server.getConnectors()) {
            ServerConnector own = (ServerConnector) connector;
            own.setHost(options.address().host());
            own.setIdleTimeout(options.http().idle().toMillis());
            configure(own.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration());
        }
        Handler limited = ThreadLimits.of(options.limits())
                .around(server.getHandler(), request -> options.clients().of(request));
        Handler patient = new EagerContentHandler(
                limited,
                new EagerContentHandler.RetainedContentLoaderFactory(
                        options.http().body() + 1L, CHUNK_OVERHEAD, true));
        GracefulHandler graceful = new GracefulHandler(
                new MinimumDataRateHandler(patient, SLOWEST_BYTES_PER_SECOND, SLOWEST_BYTES_PER_SECOND));
        graceful.setShutdownIdleTimeout(1000);
        server.setHandler(new Front(graceful));
        server.setErrorHandler(new ProblemHandler(options.http()));
        server.setRequestLog(log);
        server.setStopTimeout(options.http().stop().toMillis());
        server.addBean(new NetworkConnectionLimit(options.http().connections(), server));
    }

    /** Paths are compared as they were sent, so that none of them is ambiguous to us: all are let in, and are 404. */
    private void configure(HttpConfiguration http) {
        http.setRequestHeaderSize(options.http().head());
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setIdleTimeout(options.http().idle().toMillis());
    }
}
