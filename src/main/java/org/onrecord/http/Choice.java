// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.onrecord.http.negotiation.Accept;
import org.onrecord.vocabulary.Format;

/**
 * A path and its extension, which selects a format.
 *
 * @param path without the extension
 * @param ending the extension: the text after the first full stop of the last segment
 */
public record Choice(String path, Optional<String> ending) {
    /** HTML and JSON. */
    public static final List<Format> PAGE = List.of(Format.HTML, Format.JSON);

    /** Splits the path of a request. */
    public static Choice of(HttpServletRequest request) {
        String path = request.getRequestURI();
        int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
        return dot < 0
                ? new Choice(path, Optional.empty())
                : new Choice(path.substring(0, dot), Optional.of(path.substring(dot + 1)));
    }

    /**
     * The requested format, by the extension, else the parameter {@code format}, else {@code Accept}.
     *
     * @param format the value of the parameter
     * @throws ProblemException 404 for an unknown extension, 406 if no format is acceptable
     */
    public Format among(List<Format> forms, Optional<String> format, HttpServletRequest request) {
        if (ending.isPresent()) {
            return Format.named(ending.get(), forms)
                    .orElseThrow(
                            () -> problem(ProblemType.NOT_FOUND, "Unknown extension '." + ending.get() + "'.", forms));
        }
        if (format.isPresent()) {
            return Format.named(format.get(), forms)
                    .orElseThrow(
                            () -> problem(ProblemType.NOT_ACCEPTABLE, "Unknown format '" + format.get() + "'.", forms));
        }
        return Accept.of(request)
                .best(forms)
                .orElseThrow(() -> problem(ProblemType.NOT_ACCEPTABLE, "No format matches the Accept header.", forms));
    }

    /** The value of a {@code Link} header to the path in other formats. */
    public String alternates(List<Format> formats) {
        return formats.stream()
                .map(format -> "<" + path + "." + format.extension() + ">; rel=\"alternate\"; type=\""
                        + format.mediaType() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static ProblemException problem(ProblemType type, String what, List<Format> forms) {
        return new ProblemException(type, what + " Formats: " + Format.list(forms) + ".");
    }
}
