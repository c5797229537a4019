// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import org.onrecord.http.Body;
import org.onrecord.http.Conditional;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;
import org.onrecord.site.page.StaticResources;

/** {@code /static/...}: serves style sheets, scripts and images of the program. */
final class StaticFiles {
    private static final Pattern PLAIN = Pattern.compile("/static/([a-z0-9-]+/)*[a-z0-9-]+(\\.[a-z0-9]+)+");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain;charset=utf-8");

    private StaticFiles() {}

    static Reply reply(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !PLAIN.matcher(path).matches()) {
            throw missing(path);
        }
        try (InputStream file = StaticFiles.class.getResourceAsStream(StaticResources.resource(path))) {
            if (file == null) {
                throw missing(path);
            }
            byte[] bytes = file.readAllBytes();
            Reply reply = Reply.of(200, type, Body.of(bytes)).with("Cache-Control", "public, max-age=3600");
            return Conditional.of(request, reply, bytes);
        }
    }

    private static ProblemException missing(String path) {
        String shown = path.length() > 100 ? path.substring(0, 100) + "..." : path;
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "File '" + shown + "' not found."));
    }
}
