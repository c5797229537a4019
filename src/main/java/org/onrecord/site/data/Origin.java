// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.onrecord.http.Reply;

/**
 * Where the site stands.
 *
 * @param declared the operator's word, {@code https://host} without a slash at the end; without it, what each client asked
 */
public record Origin(Optional<String> declared) {
    /** What each client asked. */
    public static final Origin ASKED = new Origin(Optional.empty());

    /**
     * The origin that an operator declares.
     *
     * @throws IllegalArgumentException if it is no http or https address of a whole host
     */
    public static Origin of(String url) {
        URI uri = URI.create(url);
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        String path = String.valueOf(uri.getPath());
        if (!web || uri.getHost() == null || uri.getQuery() != null || !(path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException("'" + url
                    + "' is no public address: give http:// or https://, a host and perhaps a port, and no path; the pages"
                    + " stand at the root of their host");
        }
        return new Origin(Optional.of(url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
    }

    /** For formats with relative addresses: the declared origin, or nothing, so that addresses begin with a slash. */
    public String relative() {
        return declared.orElse("");
    }

    /** A reply that has the origin in it: without a declared one no cache may keep it, for it holds what one client sent as Host. */
    public Reply holding(Reply reply) {
        return declared.isPresent() ? reply : reply.with("Cache-Control", "no-store");
    }

    /** The origin, as far as a client is concerned, without a slash at the end. */
    public String of(HttpServletRequest request) {
        return declared.orElseGet(() -> {
            String url = request.getRequestURL().toString();
            int path = url.indexOf('/', url.indexOf("//") + 2);
            return path < 0 ? url : url.substring(0, path);
        });
    }
}
