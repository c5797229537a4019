// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A complete HTTP response.
 *
 * @param status the HTTP status code
 * @param headers headers, with {@code Content-Type} if there is a body
 * @param body the content
 */
public record Reply(int status, Map<String, String> headers, Body body) {
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

    /** The same reply with a header set. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
