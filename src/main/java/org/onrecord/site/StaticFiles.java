// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import org.onrecord.http.Body;
import org.onrecord.http.Conditional;
import org.onrecord.http.ProblemException;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;

/** {@code /static/...}: serves style sheets, scripts and images of the program, and the query editor. */
public final class StaticFiles {
    private static final String EDITOR = "/static/yasgui/";
    private static final String WEBJAR = "/META-INF/resources/webjars/zazuko__yasgui/4.5.0/build/";
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
        try (InputStream file = StaticFiles.class.getResourceAsStream(resource(path))) {
            if (file == null) {
                throw missing(path);
            }
            byte[] bytes = file.readAllBytes();
            Reply reply = Reply.of(200, type, Body.of(bytes)).with("Cache-Control", "public, max-age=3600");
            return Conditional.of(request, reply, bytes);
        }
    }

    /**
     * Maps an address to a class path resource.
     *
     * @param path an address below {@code /static/}; must not contain {@code ..}
     */
    public static String resource(String path) {
        return path.startsWith(EDITOR) ? WEBJAR + path.substring(EDITOR.length()) : path;
    }

    private static ProblemException missing(String path) {
        String shown = path.length() > 100 ? path.substring(0, 100) + "..." : path;
        return new ProblemException(ProblemType.NOT_FOUND, "File '" + shown + "' not found.");
    }
}
