// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.http.negotiation.Accept;
import org.onrecord.vocabulary.Format;
import org.onrecord.vocabulary.JsonText;

/** Writes problems as problem details (RFC 9457), HTML or plain text, in UTF-8. */
public final class ProblemReply {
    private ProblemReply() {}

    private static final List<Format> FORMATS = List.of(Format.PROBLEM, Format.HTML, Format.JSON, Format.TEXT);

    /** The reply of a problem, without a site. */
    public static Reply of(Problem problem, @Nullable String accept) {
        return of(problem, accept, ProblemReply::html);
    }

    /**
     * The reply of a problem.
     *
     * @param accept the value of the request's {@code Accept}, or null; if no format is acceptable, JSON is sent
     * @param page creates an HTML page
     */
    public static Reply of(Problem problem, @Nullable String accept, Function<Problem, String> page) {
        Format form = Accept.of(accept).best(FORMATS).orElse(Format.PROBLEM);
        String text = switch (form) {
            case HTML -> page.apply(problem);
            case TEXT -> text(problem);
            default -> json(problem);
        };
        Reply reply = Reply.of(problem.type().status(), form.mediaType() + ";charset=utf-8", Body.of(text))
                .with("Cache-Control", "no-store")
                .with("Vary", "Accept, Accept-Encoding");
        for (Map.Entry<String, String> header : problem.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    private static String json(Problem problem) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("type", "/problems/" + problem.type().slug())
                .add("title", problem.type().title())
                .add("status", problem.type().status())
                .add("detail", problem.detail());
        problem.place().ifPresent(place -> json.add("line", place.line()).add("column", place.column()));
        if (!problem.near().isEmpty()) {
            json.add("near", JSON.createArrayBuilder(problem.near()));
        }
        return JsonText.of(json.build());
    }

    private static String text(Problem problem) {
        return problem.type().status() + " " + problem.type().title() + "\n" + problem.detail() + "\n"
                + problem.near().stream().map(near -> "Perhaps: " + near + "\n").collect(Collectors.joining())
                + "See /problems/" + problem.type().slug() + "\n";
    }

    /** A minimal HTML page. */
    public static String html(Problem problem) {
        return Markup.page(
                problem.type().title(),
                "<p>" + Markup.html(problem.detail()) + "</p>\n<p><a href=\"/problems/"
                        + problem.type().slug() + "\">What this means, and what to do</a></p>\n");
    }
}
