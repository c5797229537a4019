// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.onrecord.http.Reply;

/**
 * The origin of the site.
 *
 * @param declared the configured origin, {@code https://host} without trailing slash; if empty, the origin of each
 *     request is used
 */
public record Origin(Optional<String> declared) {
    /** Uses the origin of each request. */
    public static final Origin ASKED = new Origin(Optional.empty());

    /**
     * Creates an origin from a configured URL.
     *
     * @throws IllegalArgumentException if it is not an http or https URL without path
     */
    public static Origin of(String url) {
        URI uri = URI.create(url);
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        String path = String.valueOf(uri.getPath());
        if (!web || uri.getHost() == null || uri.getQuery() != null || !(path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException("Invalid public address '" + url
                    + "': use http:// or https://, a host, optionally a port, and no path");
        }
        return new Origin(Optional.of(url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
    }

    /** The prefix of addresses in formats that allow relative ones: the configured origin, or empty. */
    public String relative() {
        return declared.orElse("");
    }

    /**
     * Disables caching of a reply that contains the origin, unless the origin is configured: it depends on the Host
     * header.
     */
    public Reply withCaching(Reply reply) {
        return declared.isPresent() ? reply : reply.with("Cache-Control", "no-store");
    }

    /** The origin for a request, without trailing slash. */
    public String of(HttpServletRequest request) {
        return declared.orElseGet(() -> {
            String url = request.getRequestURL().toString();
            int path = url.indexOf('/', url.indexOf("//") + 2);
            return path < 0 ? url : url.substring(0, path);
        });
    }
}
