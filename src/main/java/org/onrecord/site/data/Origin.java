// SPDX-License-Identifier: Apache-2.0
package org.onrecord.site.data;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.http.Reply;

/**
 * The origin of the site, and the path below which it is.
 *
 * @param declared the configured address, such as {@code https://host} or {@code https://host/kg}, without trailing
 *     slash; if empty, the origin of each request is used
 */
public record Origin(Optional<String> declared) {
    /** No path, or one whose segments need no quoting anywhere. */
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~-]*[A-Za-z0-9_~-])*/?");

    /** Uses the origin of each request. */
    public static final Origin ASKED = new Origin(Optional.empty());

    /**
     * Creates an origin from a configured URL.
     *
     * @throws IllegalArgumentException if it is not an http or https URL with a host, and at most a plain path
     */
    public static Origin of(String url) {
        URI uri = URI.create(url);
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        String path = String.valueOf(uri.getRawPath());
        boolean plain = uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && PATH.matcher(path).matches();
        if (!web || uri.getHost() == null || !plain) {
            throw new IllegalArgumentException("Invalid public address '" + url
                    + "': use http:// or https://, a host, and optionally a port and a path such as /kg/");
        }
        return new Origin(Optional.of(url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
    }

    /** The path of the configured address, without trailing slash; a proxy removes it from requests. */
    public String path() {
        return declared.map(url -> URI.create(url).getRawPath()).orElse("");
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
