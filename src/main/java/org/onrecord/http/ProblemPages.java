// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.onrecord.http.negotiation.Accept;
import org.onrecord.vocabulary.Format;
import org.onrecord.vocabulary.JsonText;

/**
 * The pages {@code /problems/{type}}: documentation of each type of problem.
 *
 * @param page creates the HTML page of a type
 * @param root the path of the public address: empty, or such as {@code /kg}
 */
public record ProblemPages(Function<ProblemType, String> page, String root) {
    /** Pages without a site. */
    public static final ProblemPages PLAIN = new ProblemPages(type -> ProblemReply.html(Problem.of(type)), "");

    private static final List<Format> FORMATS = List.of(Format.HTML, Format.TEXT, Format.JSON);

    /** Handles a request. */
    public Reply reply(HttpServletRequest request) {
        String path = request.getRequestURI();
        ProblemType type = ProblemType.named(path.substring(path.lastIndexOf('/') + 1))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        "Unknown type of problem. Types: "
                                + String.join(
                                        ", ",
                                        List.of(ProblemType.values()).stream()
                                                .map(ProblemType::slug)
                                                .toList())
                                + "."));
        Format form = Accept.of(request)
                .best(FORMATS)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "This page is written as text/html, text/plain or application/json."));
        String text = switch (form) {
            case HTML -> page.apply(type);
            case TEXT -> text(type);
            default -> json(type);
        };
        return Reply.of(200, form.mediaType() + ";charset=utf-8", Body.of(text))
                .with("Vary", "Accept, Accept-Encoding");
    }

    private static String text(ProblemType type) {
        return type.title() + "\nHTTP status " + type.status() + "\n\n" + type.meaning() + "\n" + type.remedy() + "\n";
    }

    private String json(ProblemType type) {
        return JsonText.of(JSON.createObjectBuilder()
                .add("type", root + "/problems/" + type.slug())
                .add("title", type.title())
                .add("status", type.status())
                .add("meaning", type.meaning())
                .add("remedy", type.remedy())
                .build());
    }
}
