// SPDX-License-Identifier: Apache-2.0
package org.onrecord.cli;

import java.net.URI;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.onrecord.query.Answer;

/**
 * A SPARQL endpoint somewhere else, asked by the SPARQL 1.1 Protocol.
 *
 * @param url its address, http or https
 */
record Endpoint(URI url) {
    Endpoint {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new Refusal(
                    ExitCode.USAGE, "'" + url + "' is no endpoint; give --endpoint a whole http or https address");
        }
    }

    /**
     * Sends a query and reads the whole answer.
     *
     * @throws Refusal if the endpoint cannot be reached, answers with an HTTP error, or not with SPARQL results
     */
    Answer ask(Query query) {
        try {
            return Answer.of(
                    query,
                    QueryExecHTTPBuilder.service(url.toString()).query(query).build());
        } catch (QueryExceptionHTTP e) {
            throw outside(e.getStatusCode() > 0 ? answered(e) : "cannot be reached: " + reason(e));
        } catch (JenaException | HttpException e) {
            throw outside("gave no SPARQL results: " + reason(e));
        }
    }

    private static String answered(QueryExceptionHTTP e) {
        String body = String.valueOf(e.getResponse()).lines().findFirst().orElse("");
        return "answered " + e.getStatusCode() + " " + e.getStatusLine() + (body.isEmpty() ? "" : ": " + body);
    }

    /** What the innermost cause says, which for a refused connection is often no more than its class. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    private Refusal outside(String what) {
        return new Refusal(ExitCode.OUTSIDE, "The endpoint " + url + " " + what);
    }
}
