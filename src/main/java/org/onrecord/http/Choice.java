// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.onrecord.http.negotiation.Accept;
import org.onrecord.vocabulary.Format;

/**
 * An address without its ending, and the ending.
 *
 * @param path the path without the ending
 * @param ending what stands behind the first full stop of the last segment, if there is one
 */
public record Choice(String path, Optional<String> ending) {
    /** The formats of a page that programs can read, too. */
    public static final List<Format> PAGE = List.of(Format.HTML, Format.JSON);

    /** Takes the path of a request apart. */
    public static Choice of(HttpServletRequest request) {
        String path = request.getRequestURI();
        int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
        return dot < 0
                ? new Choice(path, Optional.empty())
                : new Choice(path.substring(0, dot), Optional.of(path.substring(dot + 1)));
    }

    /**
     * The representation that a request asks for: the ending beats {@code format}, which beats {@code Accept}.
     *
     * @param format the value of the parameter
     * @throws ProblemException 404 for an unknown ending, 406 where nothing fits
     */
    public Format among(List<Format> forms, Optional<String> format, HttpServletRequest request) {
        if (ending.isPresent()) {
            return Format.named(ending.get(), forms)
                    .orElseThrow(() ->
                            problem(ProblemType.NOT_FOUND, "There is no '." + ending.get() + "' of this.", forms));
        }
        if (format.isPresent()) {
            return Format.named(format.get(), forms)
                    .orElseThrow(() ->
                            problem(ProblemType.NOT_ACCEPTABLE, "'" + format.get() + "' is no format of this.", forms));
        }
        return Accept.of(request.getHeader("Accept"))
                .best(forms)
                .orElseThrow(() -> problem(ProblemType.NOT_ACCEPTABLE, "Nothing fits the Accept header.", forms));
    }

    private static ProblemException problem(ProblemType type, String what, List<Format> forms) {
        return new ProblemException(Problem.of(type, what + " There is: " + Format.list(forms) + "."));
    }
}
