// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.onrecord.http.negotiation.EntityTag;

/** Conditional requests (RFC 9110, section 13): a client that has a representation is not sent it again. */
public final class Conditional {
    /** How long caches may keep what a release does not change: a minute, then they ask. */
    public static final String KEPT = "public, max-age=60, must-revalidate";

    private Conditional() {}

    /** The reply with the strong tag of its bytes; 304 without them if the client has them. */
    public static Reply of(HttpServletRequest request, Reply reply, byte[] bytes) {
        String tag = EntityTag.strong(bytes);
        Reply tagged = reply.with("ETag", tag).with("Vary", "Accept, Accept-Encoding");
        if (!reply.headers().containsKey("Cache-Control")) {
            tagged = tagged.with("Cache-Control", KEPT);
        }
        Optional<String> had = EntityTag.had(request.getHeader("If-None-Match"), tag);
        return had.isPresent() ? new Reply(304, tagged.with("ETag", had.get()).headers(), Body.none()) : tagged;
    }

    /** A text in UTF-8 as reply with status 200, tagged. */
    public static Reply of(HttpServletRequest request, String type, String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return of(request, Reply.of(200, type, Body.of(bytes)), bytes);
    }
}
