// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.net.BindException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.eclipse.jetty.server.ServerConnector;
import org.onrecord.knowledge.Snapshot;

/** A server that answers SPARQL queries over one snapshot at {@code /sparql}, and changes nothing. */
public final class ReadServer implements AutoCloseable {
    private final FusekiServer fuseki;
    private final Address address;

    private ReadServer(FusekiServer fuseki, Address address) {
        this.fuseki = fuseki;
        this.address = address;
    }

    /**
     * Starts a server; when this returns, it answers.
     *
     * @throws StartException if the address is taken or is not one of this machine's
     */
    public static ReadServer start(Snapshot snapshot, Address address) {
        ARQ.globalServiceAllowed = false;
        FusekiServer fuseki = FusekiServer.create()
                .port(address.port())
                .fusekiModules(FusekiModules.empty())
                .enableStats(false)
                .enablePing(false)
                .add("/", DataService.newBuilder(snapshot.dataset()).addEndpoint(Operation.Query, "sparql"))
                .build();
        ReadServer server = new ReadServer(fuseki, address);
        server.listen();
        return server;
    }

    /** The port that the server listens at: the one asked for, or the one that was free. */
    public int port() {
        return fuseki.getPort();
    }

    /** The server's address as a browser on this machine would type it, ending in {@code /}. */
    public String url() {
        String host = address.host().equals("127.0.0.1") ? "localhost" : address.host();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/";
    }

    /** Waits until the server is stopped. */
    public void join() {
        fuseki.join();
    }

    @Override
    public void close() {
        fuseki.stop();
    }

    private void listen() {
        for (var connector : fuseki.getJettyServer().getConnectors()) {
            ((ServerConnector) connector).setHost(address.host());
        }
        try {
            fuseki.start();
        } catch (RuntimeException e) {
            fuseki.stop();
            throw new StartException(address, reason(e), e);
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
