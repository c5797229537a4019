// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.net.URI;
import java.nio.channels.ClosedChannelException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.apache.jena.web.HttpSC;
import org.onrecord.source.Reason;

/**
 * A remote SPARQL endpoint, queried with the SPARQL 1.1 Protocol.
 *
 * @param url an absolute http or https URL; others cause an {@link IllegalArgumentException}
 */
public record Endpoint(URI url) {
    public Endpoint {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException("Invalid endpoint '" + url + "': use an absolute http or https URL");
        }
    }

    /**
     * Sends a query and reads the complete answer.
     *
     * @throws FailedException if the endpoint cannot be reached, returns an HTTP error, or does not return SPARQL
     * results
     */
    public Answer ask(Query query) {
        try {
            return Answer.of(
                    query,
                    QueryExecHTTPBuilder.service(url.toString()).query(query).build());
        } catch (QueryExceptionHTTP e) {
            throw failed(
                    e.getStatusCode() > 0 ? httpError(e) : "cannot be reached: " + reason(e) + "; check the address");
        } catch (JenaException | HttpException e) {
            throw failed("did not return SPARQL results: " + reason(e));
        }
    }

    /** Status and first line of an answer. The method for its text that is not deprecated in Jena 6 is not in Jena 5. */
    @SuppressWarnings("deprecation")
    private static String httpError(QueryExceptionHTTP e) {
        String body = String.valueOf(e.getResponse()).lines().findFirst().orElse("");
        return "returned " + e.getStatusCode() + " " + HttpSC.getMessage(e.getStatusCode())
                + (body.isEmpty() ? "" : ": " + body);
    }

    /** The message of the root cause. That of a refused connection has none. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ClosedChannelException) {
            return "connection refused";
        }
        return Reason.of(cause);
    }

    private FailedException failed(String what) {
        return new FailedException(url, what);
    }

    /** A query at an endpoint failed. */
    public static final class FailedException extends RuntimeException {
        private final URI url;

        FailedException(URI url, String what) {
            super("The endpoint " + url + " " + what);
            this.url = url;
        }

        /** The URL of the endpoint. */
        public URI url() {
            return url;
        }
    }
}
