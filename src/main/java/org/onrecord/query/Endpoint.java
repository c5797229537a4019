// SPDX-License-Identifier: Apache-2.0
package org.onrecord.query;

import java.net.URI;
import java.nio.channels.ClosedChannelException;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.onrecord.source.Reason;

/**
 * A SPARQL endpoint somewhere else, asked by the SPARQL 1.1 Protocol.
 *
 * @param url its address: a whole http or https IRI, anything else is refused with an {@link IllegalArgumentException}
 */
public record Endpoint(URI url) {
    public Endpoint {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException("'" + url + "' is no endpoint; give a whole http or https address");
        }
    }

    /**
     * Sends a query and reads the whole answer.
     *
     * @throws FailedException if the endpoint cannot be reached, answers with an HTTP error, or not with SPARQL results
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
            throw failed("gave no SPARQL results: " + reason(e));
        }
    }

    private static String httpError(QueryExceptionHTTP e) {
        String body = String.valueOf(e.getResponse()).lines().findFirst().orElse("");
        return "answered " + e.getStatusCode() + " " + e.getStatusLine() + (body.isEmpty() ? "" : ": " + body);
    }

    /** What the innermost cause says, which for a refused connection is often no more than its class. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ClosedChannelException) {
            return "nothing listens there";
        }
        return Reason.of(cause);
    }

    private FailedException failed(String what) {
        return new FailedException(url, what);
    }

    /** An endpoint did not answer a query: which, and what it did instead. */
    public static final class FailedException extends RuntimeException {
        private final URI url;

        FailedException(URI url, String what) {
            super("The endpoint " + url + " " + what);
            this.url = url;
        }

        /** The address that was asked. */
        public URI url() {
            return url;
        }
    }
}
