// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Reads what is posted: text in UTF-8, not compressed.
 *
 * @param types the media types that are read
 * @param most how many bytes
 * @param shorter what to do where there are more
 */
public record BodyReader(List<String> types, int most, String shorter) {
    /** The media type of an HTML form. */
    public static final String FORM = "application/x-www-form-urlencoded";

    public BodyReader {
        types = List.copyOf(types);
    }

    /**
     * What was posted.
     *
     * @param type its media type, one of those that are read
     * @param text the content
     */
    public record Posted(String type, String text) {}

    /**
     * Reads the body of a request.
     *
     * @throws ProblemException if it is of another kind, too long, or not UTF-8
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
        return new Posted(type, text(request));
    }

    /** The media type of a request and its parameters, in lower case; none where it has none. */
    public static String[] parts(HttpServletRequest request) {
        String header = request.getContentType() == null ? "" : request.getContentType();
        return header.toLowerCase(Locale.ROOT).split(";");
    }

    private String text(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw tooLarge();
        }
        byte[] bytes = request.getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLarge();
        }
        return Parameters.utf8(bytes, "The body");
    }

    private ProblemException unsupported(String what) {
        return new ProblemException(Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        what + " Send " + String.join(" or ", types) + " in UTF-8, not compressed.")
                .with("Accept-Post", String.join(", ", types)));
    }

    private ProblemException tooLarge() {
        return new ProblemException(Problem.of(
                        ProblemType.BODY_TOO_LARGE,
                        "The body is longer than %,d bytes, which is the most this server reads. %s"
                                .formatted(most, shorter))
                .with("Connection", "close"));
    }
}
