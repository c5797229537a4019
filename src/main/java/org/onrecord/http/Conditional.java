// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.onrecord.http.negotiation.EntityTag;

/** Conditional requests (RFC 9110, section 13). */
public final class Conditional {
    /** Cache control for content that depends only on the release. */
    public static final String KEPT = "public, max-age=60, must-revalidate";

    private Conditional() {}

    /** Adds a strong entity tag; returns 304 if the client has it. */
    public static Reply of(HttpServletRequest request, Reply reply, byte[] bytes) {
        String tag = EntityTag.strong(bytes);
        Reply tagged = reply.with("ETag", tag).with("Vary", "Accept, Accept-Encoding");
        if (!reply.headers().containsKey("Cache-Control")) {
            tagged = tagged.with("Cache-Control", KEPT);
        }
        Optional<String> had = EntityTag.matching(request.getHeader("If-None-Match"), tag);
        return had.isPresent() ? new Reply(304, tagged.with("ETag", had.get()).headers(), Body.none()) : tagged;
    }

    /** A UTF-8 text as a reply with status 200 and an entity tag. */
    public static Reply of(HttpServletRequest request, String type, String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return of(request, Reply.of(200, type, Body.of(bytes)), bytes);
    }
}
