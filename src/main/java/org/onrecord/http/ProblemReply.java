// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import static org.onrecord.vocabulary.JsonText.JSON;

import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.StringUtil;
import org.jspecify.annotations.Nullable;
import org.onrecord.http.negotiation.Accept;
import org.onrecord.vocabulary.Format;
import org.onrecord.vocabulary.JsonText;

/** Writes problems as problem details (RFC 9457), HTML or plain text, in UTF-8. */
public final class ProblemReply {
    private ProblemReply() {}

    private static final List<Format> FORMATS = List.of(Format.PROBLEM, Format.HTML, Format.JSON, Format.TEXT);

    /** The reply of a problem, without a site. */
    public static Reply of(Problem problem, @Nullable String accept, String root) {
        return of(problem, accept, ProblemReply::html, root).below(root);
    }

    /**
     * The reply of a problem.
     *
     * @param accept the value of the request's {@code Accept}, or null; if no format is acceptable, JSON is sent
     * @param page creates an HTML page
     * @param root the path of the public address: empty, or such as {@code /kg}
     */
    public static Reply of(Problem problem, @Nullable String accept, Function<Problem, String> page, String root) {
        Format form = Accept.of(accept).best(FORMATS).orElse(Format.PROBLEM);
        String text = switch (form) {
            case HTML -> page.apply(problem);
            case TEXT -> text(problem, root);
            default -> json(problem, root);
        };
        Reply reply = Reply.of(problem.type().status(), form.mediaType() + ";charset=utf-8", Body.of(text))
                .with("Cache-Control", "no-store")
                .with("Vary", "Accept, Accept-Encoding");
        for (Map.Entry<String, String> header : problem.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    private static String json(Problem problem, String root) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("type", root + "/problems/" + problem.type().slug())
                .add("title", problem.type().title())
                .add("status", problem.type().status())
                .add("detail", problem.detail());
        problem.place().ifPresent(place -> json.add("line", place.line()).add("column", place.column()));
        if (!problem.near().isEmpty()) {
            json.add(
                    "near",
                    JSON.createArrayBuilder(
                            problem.near().keySet().stream().map(root::concat).toList()));
        }
        return JsonText.of(json.build());
    }

    private static String text(Problem problem, String root) {
        return problem.type().status() + " " + problem.type().title() + "\n" + problem.detail() + "\n"
                + problem.near().keySet().stream()
                        .map(near -> "Perhaps: " + root + near + "\n")
                        .collect(Collectors.joining())
                + "See " + root + "/problems/" + problem.type().slug() + "\n";
    }

    /** A minimal HTML page, without the templates of the site. */
    public static String html(Problem problem) {
        String title = StringUtil.sanitizeXmlString(problem.type().title());
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%s - On Record</title>
                <link rel="stylesheet" href="/static/onrecord.css"></head>
                <body>
                <header class="top"><p class="mark"><a href="/">On Record</a></p></header>
                <main>
                <h1>%s</h1>
                <p>%s</p>
                <p><a href="/problems/%s">What this means, and what to do</a></p>
                </main>
                </body>
                </html>
                """.formatted(
                        title,
                        title,
                        StringUtil.sanitizeXmlString(problem.detail()),
                        problem.type().slug());
    }
}
