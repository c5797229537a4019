// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.chat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address of a chat-completions endpoint.
 *
 * @param endpoint the address that is asked
 */
public record ChatAddress(URI endpoint) {
    private static final String PATH = "/chat/completions";

    /**
     * Parses an address.
     *
     * @param url the base of the API, {@code http://host:port/v1}, or the endpoint, {@code .../chat/completions}
     * @throws IllegalArgumentException if it is not an address with http or https, or has a user name
     */
    public static ChatAddress of(String url) {
        try {
            URI uri = new URI(url.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.matches("https?") || uri.getHost() == null || uri.getRawFragment() != null) {
                throw invalid("Invalid URL '" + url + "'");
            }
            if (uri.getRawUserInfo() != null) {
                throw invalid(
                        "The URL has a user name or password, which are not sent; set the key with the environment"
                                + " variable ONRECORD_MODEL_KEY");
            }
            String path = String.valueOf(uri.getRawPath()).replaceFirst("/+$", "");
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new ChatAddress(URI.create(
                    scheme + "://" + uri.getRawAuthority() + (path.endsWith(PATH) ? path : path + PATH) + query));
        } catch (URISyntaxException e) {
            throw invalid("Invalid URL '" + url + "'");
        }
    }

    private static IllegalArgumentException invalid(String problem) {
        return new IllegalArgumentException(problem
                + ". Give the base of the API, such as http://localhost:11434/v1, or its address of chat completions");
    }

    /** The address for messages: without query, which may hold a key. */
    @Override
    public String toString() {
        return "'" + endpoint.getScheme() + "://" + endpoint.getRawAuthority() + endpoint.getRawPath() + "'";
    }
}
