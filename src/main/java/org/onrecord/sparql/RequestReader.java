// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.http.BodyReader;
import org.onrecord.http.Parameters;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;

/**
 * Parses query operations: GET, POST of a form, POST of a query (SPARQL 1.1 Protocol, sections 2.1.1 to 2.1.3).
 *
 * @param longestQuery maximum length of a query, in bytes of UTF-8
 */
public record RequestReader(int longestQuery) {
    /** Bytes of a percent-encoded byte ({@code %20}). */
    private static final int BYTES_IN_FORM = 3;

    /** Bytes of a form besides the query. */
    private static final int OTHER_PARAMETERS = 16 << 10;

    private static final double MOST_SECONDS = 86_400;
    private static final String QUERY = "application/sparql-query";

    /** Maximum length of a body, in bytes. */
    public int longestBody() {
        return (int) Math.min(Integer.MAX_VALUE, (long) BYTES_IN_FORM * longestQuery + OTHER_PARAMETERS);
    }

    /**
     * The operation; empty for a GET without a query, which asks for the service description.
     *
     * @throws ProblemException if the request is not valid
     */
    Optional<SparqlRequest> read(HttpServletRequest request) throws IOException {
        boolean post = request.getMethod().equals("POST");
        Optional<BodyReader.Posted> posted = post ? Optional.of(posted(request)) : Optional.empty();
        Optional<String> direct =
                posted.filter(body -> body.type().equals(QUERY)).map(BodyReader.Posted::text);
        Optional<String> form =
                posted.filter(body -> !body.type().equals(QUERY)).map(BodyReader.Posted::text);
        Parameters parameters =
                Parameters.of(Stream.concat(Optional.ofNullable(request.getQueryString()).stream(), form.stream())
                        .toList());
        refuseUpdates(parameters);
        Optional<String> query = parameters.one("query");
        if (direct.isPresent() && query.isPresent()) {
            throw Parameters.bad("There is a query in the body and another in the address; send one.");
        }
        return direct.isEmpty() && query.isEmpty() && !post
                ? Optional.empty()
                : Optional.of(read(direct.or(() -> query), parameters));
    }

    private SparqlRequest read(Optional<String> query, Parameters parameters) {
        String text = query.filter(given -> !given.isBlank())
                .orElseThrow(() ->
                        Parameters.bad("The query is missing. Send it as the parameter 'query', or as the body."));
        checkLength(text);
        return new SparqlRequest(
                text,
                given(parameters, "default-graph-uri"),
                given(parameters, "named-graph-uri"),
                Stream.of("format", "output")
                        .flatMap(name -> given(parameters, name).stream())
                        .toList(),
                parameters.one("timeout").flatMap(RequestReader::seconds));
    }

    /** The values of a parameter; forms of other endpoints send it empty for the usual value. */
    private static List<String> given(Parameters parameters, String name) {
        return parameters.all(name).stream().filter(value -> !value.isBlank()).toList();
    }

    private void checkLength(String query) {
        if (query.getBytes(StandardCharsets.UTF_8).length > longestQuery) {
            throw new ProblemException(
                    ProblemType.BODY_TOO_LARGE,
                    "The query is longer than %,d bytes, which is the longest that this server reads (--max-query). Ask with a shorter one, or several."
                            .formatted(longestQuery));
        }
    }

    private BodyReader.Posted posted(HttpServletRequest request) throws IOException {
        String[] parts = BodyReader.parts(request);
        if (parts.length > 0 && parts[0].trim().equals("application/sparql-update")) {
            throw new ProblemException(Problem.of(ProblemType.READ_ONLY));
        }
        return new BodyReader(List.of(QUERY, BodyReader.FORM)).read(request);
    }

    private static void refuseUpdates(Parameters parameters) {
        if (!parameters.all("update").isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.READ_ONLY));
        }
    }

    /** The time limit that a request asks for; empty for 0, which many clients send for the server's own limit. */
    private static Optional<Duration> seconds(String value) {
        try {
            double seconds = Double.parseDouble(value);
            if (seconds == 0) {
                return Optional.empty();
            }
            if (seconds > 0 && seconds <= MOST_SECONDS) {
                return Optional.of(Duration.ofMillis(Math.max(1, (long) (seconds * 1000))));
            }
        } catch (NumberFormatException e) {
            // The same error as for a number out of range.
        }
        throw Parameters.bad("'" + (value.length() > 40 ? value.substring(0, 40) + "..." : value)
                + "' is not a valid 'timeout': use a number of seconds, or 0 for the server's own limit.");
    }
}
