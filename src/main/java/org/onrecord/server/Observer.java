// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.onrecord.http.Clients;
import org.onrecord.http.Routes;
import org.onrecord.sparql.SparqlEndpoint;

/**
 * Counts and logs each completed request.
 *
 * @param metrics counts requests
 * @param clients identifies clients
 * @param access the access log
 */
record Observer(Metrics metrics, Clients clients, Journal access) implements RequestLog {
    @Override
    public void log(Request request, Response response) {
        long nanos = System.nanoTime() - request.getBeginNanoTime();
        int status = response.getStatus();
        String route = request.getAttribute(Routes.NAME) instanceof String name ? name : "other";
        long bytes = Response.getContentBytesWritten(response);
        metrics.answered(route, status, nanos / 1e9, bytes);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", ResponseHeaders.id(request));
        facts.put("client", clients.of(request));
        facts.put("method", request.getMethod());
        facts.put("path", String.valueOf(request.getHttpURI().getPath()));
        facts.put("status", status);
        facts.put("ms", TimeUnit.NANOSECONDS.toMillis(nanos));
        facts.put("bytes", bytes);
        if (request.getAttribute(SparqlEndpoint.ROWS) instanceof Long rows) {
            metrics.answeredRows(rows);
            facts.put("rows", rows);
        }
        if (request.getAttribute(Routes.PROBLEM) instanceof String problem) {
            metrics.problem(problem);
            facts.put("problem", problem);
        }
        access.write("request", facts);
    }
}
