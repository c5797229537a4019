// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.web.problem.Problem;
import org.onrecord.web.problem.ProblemException;
import org.onrecord.web.problem.ProblemType;
import org.onrecord.web.request.BodyReader;
import org.onrecord.web.request.Parameters;

/**
 * Reads query operations from requests: GET, POST of a form, POST of a query (SPARQL 1.1 Protocol, sections 2.1.1 to
 * 2.1.3).
 *
 * @param mostBytes how long a body may be
 * @param longestQuery how long the text of a query may be, in bytes of UTF-8
 */
public record RequestReader(int mostBytes, int longestQuery) {
    private static final double MOST_SECONDS = 86_400;
    private static final String QUERY = "application/sparql-query";

    /**
     * The operation; empty for a GET without a query, which asks for the service description.
     *
     * @throws ProblemException if there is none that can be read
     */
    Optional<SparqlRequest> read(HttpServletRequest request) throws IOException {
        List<String> encoded = new ArrayList<>();
        if (request.getQueryString() != null) {
            encoded.add(request.getQueryString());
        }
        Optional<String> direct = Optional.empty();
        if (request.getMethod().equals("POST")) {
            BodyReader.Posted posted = posted(request);
            if (posted.type().equals(QUERY)) {
                direct = Optional.of(posted.text());
            } else {
                encoded.add(posted.text());
            }
        }
        Parameters parameters = Parameters.of(encoded);
        refuseUpdates(parameters);
        Optional<String> query = parameters.one("query");
        if (direct.isPresent() && query.isPresent()) {
            throw Parameters.bad("There is a query in the body and another in the address; send one.");
        }
        boolean nothing = direct.isEmpty() && query.isEmpty();
        if (nothing && !request.getMethod().equals("POST")) {
            return Optional.empty();
        }
        String text = direct.or(() -> query)
                .filter(given -> !given.isBlank())
                .orElseThrow(
                        () -> Parameters.bad("There is no query. Send it as the parameter 'query', or as the body."));
        checkLength(text);
        return Optional.of(new SparqlRequest(
                text,
                parameters.all("default-graph-uri"),
                parameters.all("named-graph-uri"),
                parameters.one("format").or(() -> parameters.one("output")),
                parameters.one("timeout").map(RequestReader::seconds)));
    }

    private void checkLength(String query) {
        if (query.getBytes(StandardCharsets.UTF_8).length > longestQuery) {
            throw new ProblemException(Problem.of(
                    ProblemType.BODY_TOO_LARGE,
                    "The query is longer than %,d bytes, which is the longest that this server reads (--max-query). Ask with a shorter one, or several."
                            .formatted(longestQuery)));
        }
    }

    private BodyReader.Posted posted(HttpServletRequest request) throws IOException {
        String[] parts = BodyReader.parts(request);
        if (parts.length > 0 && parts[0].trim().equals("application/sparql-update")) {
            throw new ProblemException(Problem.of(ProblemType.READ_ONLY));
        }
        return new BodyReader(List.of(QUERY, BodyReader.FORM), mostBytes, "Ask with a shorter query.").read(request);
    }

    private static void refuseUpdates(Parameters parameters) {
        if (!parameters.all("update").isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.READ_ONLY));
        }
    }

    private static Duration seconds(String value) {
        try {
            double seconds = Double.parseDouble(value);
            if (seconds > 0 && seconds <= MOST_SECONDS) {
                return Duration.ofMillis(Math.max(1, (long) (seconds * 1000)));
            }
        } catch (NumberFormatException e) {
            // Told below, with the other values that are no time.
        }
        throw Parameters.bad("'" + (value.length() > 40 ? value.substring(0, 40) + "..." : value)
                + "' is no time; give the parameter 'timeout' a number of seconds above 0.");
    }
}
