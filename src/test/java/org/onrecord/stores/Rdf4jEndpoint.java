// SPDX-License-Identifier: Apache-2.0
package org.onrecord.stores;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.rdf4j.common.exception.RDF4JException;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;

/** An RDF4J repository behind the SPARQL 1.1 Protocol, on loopback at a free port: SELECT only, JSON only. */
public final class Rdf4jEndpoint implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Repository repository;
    private final int limit;

    Rdf4jEndpoint(Repository repository) throws IOException {
        this(repository, 0, 0);
    }

    /** At a port, with a time limit for queries in seconds; 0 is any free port, and no limit. */
    public Rdf4jEndpoint(Repository repository, int port, int limit) throws IOException {
        this.repository = repository;
        this.limit = limit;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/sparql", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Its address. */
    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sparql");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = exchange.getRequestMethod().equals("POST")
                    ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    : exchange.getRequestURI().getRawQuery();
            try {
                byte[] rows = rows(parameter(form, "query"));
                exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
                send(exchange, 200, rows);
            } catch (RDF4JException | IllegalArgumentException e) {
                send(exchange, 400, String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private byte[] rows(String query) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RepositoryConnection connection = repository.getConnection()) {
            TupleQuery prepared = connection.prepareTupleQuery(query);
            prepared.setMaxExecutionTime(limit);
            prepared.evaluate(new SPARQLResultsJSONWriter(out));
        }
        return out.toByteArray();
    }

    private static String parameter(String form, String name) {
        return Arrays.stream(form.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no '" + name + "'"));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        repository.shutDown();
    }
}
