// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        Object rows = request.getAttribute(SparqlEndpoint.ROWS);
        if (rows instanceof Long count) {
            metrics.answeredRows(count);
        }
        Object problem = request.getAttribute(Routes.PROBLEM);
        if (problem instanceof String type) {
            metrics.problem(type);
        }
        if (access.equals(Journal.SILENT)) {
            return;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", ResponseHeaders.id(request));
        facts.put("client", clients.of(request));
        facts.put("method", request.getMethod());
        facts.put("path", String.valueOf(request.getHttpURI().getPath()));
        facts.put("status", status);
        facts.put("ms", TimeUnit.NANOSECONDS.toMillis(nanos));
        facts.put("bytes", bytes);
        Optional.ofNullable(rows).ifPresent(count -> facts.put("rows", count));
        Optional.ofNullable(problem).ifPresent(type -> facts.put("problem", type));
        access.write("request", facts);
    }
}
