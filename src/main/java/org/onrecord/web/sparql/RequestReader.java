// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.web.problem.Problem;
import org.onrecord.web.problem.ProblemException;
import org.onrecord.web.problem.ProblemType;

/**
 * Reads query operations from requests: GET, POST of a form, POST of a query (SPARQL 1.1 Protocol, sections 2.1.1 to
 * 2.1.3).
 *
 * @param mostBytes how long a body may be
 */
record RequestReader(int mostBytes) {
    private static final double MOST_SECONDS = 86_400;

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
            String type = type(request);
            String body = body(request);
            if (type.equals("application/sparql-query")) {
                direct = Optional.of(body);
            } else {
                encoded.add(body);
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
        return Optional.of(new SparqlRequest(
                text,
                parameters.all("default-graph-uri"),
                parameters.all("named-graph-uri"),
                parameters.one("format").or(() -> parameters.one("output")),
                parameters.one("timeout").map(RequestReader::seconds)));
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

    /** The media type of the body, one of the two that are read. */
    private static String type(HttpServletRequest request) {
        String header = request.getContentType() == null ? "" : request.getContentType();
        String[] parts = header.toLowerCase(Locale.ROOT).split(";");
        String type = parts.length == 0 ? "" : parts[0].trim();
        if (type.equals("application/sparql-update")) {
            throw new ProblemException(Problem.of(ProblemType.READ_ONLY));
        }
        if (!type.equals("application/sparql-query") && !type.equals("application/x-www-form-urlencoded")) {
            throw unsupported("The body is '" + (type.isEmpty() ? "of no stated type" : type) + "'.");
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replace("\"", "").trim();
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                throw unsupported("The body's '" + parameter + "' is not UTF-8.");
            }
        }
        return type;
    }

    private String body(HttpServletRequest request) throws IOException {
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            ProblemException problem = unsupported("The body is compressed.");
            throw new ProblemException(problem.problem().with("Accept-Encoding", "identity"));
        }
        if (request.getContentLengthLong() > mostBytes) {
            throw tooLarge();
        }
        byte[] bytes = request.getInputStream().readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw tooLarge();
        }
        return Parameters.utf8(bytes, "The body");
    }

    private static ProblemException unsupported(String what) {
        return new ProblemException(
                Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, what + " " + ProblemType.UNSUPPORTED_MEDIA_TYPE.remedy())
                        .with("Accept-Post", "application/sparql-query, application/x-www-form-urlencoded"));
    }

    private ProblemException tooLarge() {
        return new ProblemException(Problem.of(
                        ProblemType.BODY_TOO_LARGE,
                        "The body is longer than %,d bytes, which is the most this server reads. Ask with a shorter query."
                                .formatted(mostBytes))
                .with("Connection", "close"));
    }
}
