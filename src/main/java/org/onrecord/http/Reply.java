// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.vocabulary.Format;

/**
 * A complete HTTP response.
 *
 * @param status the HTTP status code
 * @param headers headers, with {@code Content-Type} if there is a body
 * @param body the content
 */
public record Reply(int status, Map<String, String> headers, Body body) {
    /** The beginning of an element up to an address of the site. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(<[a-zA-Z0-9]+(?:\\s+[a-zA-Z:-]+(?:=\"[^\"]*+\")?)*?\\s+(?:href|src|action)=\")(?=/(?!/))");

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** A reply with a body. */
    public static Reply of(int status, String type, Body body) {
        return new Reply(status, Map.of("Content-Type", type), body);
    }

    /** A reply without a body. */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), Body.none());
    }

    /** The same reply with the addresses of the site in headers and HTML below a path; empty, or such as {@code /kg}. */
    Reply below(String root) {
        if (root.isEmpty()) {
            return this;
        }
        Map<String, String> moved = new LinkedHashMap<>(headers);
        moved.replaceAll((name, value) -> switch (name) {
            case "Location", "Content-Location" -> value.startsWith("/") ? root + value : value;
            case "Link" -> value.replace("</", "<" + root + "/");
            default -> value;
        });
        boolean page = moved.getOrDefault("Content-Type", "").startsWith(Format.HTML.mediaType());
        Body content = page && body instanceof Body.Bytes html
                ? Body.of(ADDRESS.matcher(html.text()).replaceAll("$1" + Matcher.quoteReplacement(root)))
                : body;
        return new Reply(status, moved, content);
    }

    /** The same reply with a header set. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
