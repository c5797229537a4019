// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Reads request bodies: uncompressed UTF-8 text. Their length is limited when they are received.
 *
 * @param types supported media types
 */
public record BodyReader(List<String> types) {
    /** The media type of an HTML form. */
    public static final String FORM = "application/x-www-form-urlencoded";

    public BodyReader {
        types = List.copyOf(types);
    }

    /**
     * A request body.
     *
     * @param type its media type
     * @param text the content
     */
    public record Posted(String type, String text) {}

    /**
     * Reads the body of a request.
     *
     * @throws ProblemException if the media type is not supported, or it is not UTF-8
     */
    public Posted read(HttpServletRequest request) throws IOException {
        String[] parts = parts(request);
        String type = parts.length == 0 ? "" : parts[0].trim();
        if (!types.contains(type)) {
            throw unsupported("The body is '" + (type.isEmpty() ? "of no stated type" : type) + "'.");
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replace("\"", "").trim();
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                throw unsupported("The body's '" + parameter + "' is not UTF-8.");
            }
        }
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            ProblemException problem = unsupported("The body is compressed.");
            throw new ProblemException(problem.problem().with("Accept-Encoding", "identity"));
        }
        return new Posted(type, Parameters.utf8(request.getInputStream().readAllBytes(), "The body"));
    }

    /** The media type of a request and its parameters, in lower case; empty if it has none. */
    public static String[] parts(HttpServletRequest request) {
        String header = request.getContentType() == null ? "" : request.getContentType();
        return header.toLowerCase(Locale.ROOT).split(";");
    }

    private ProblemException unsupported(String what) {
        return new ProblemException(Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        what + " Send " + String.join(" or ", types) + " in UTF-8, not compressed.")
                .with("Accept-Post", String.join(", ", types)));
    }
}
