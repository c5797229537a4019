// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients apart by their addresses.
 *
 * @param behindProxy whether a proxy of the operator's stands in front, whose last entry in {@code X-Forwarded-For} is the
 *     client; without one, that header is anybody's claim and not read
 */
public record Clients(boolean behindProxy) {
    /** A string that is the same for the same client. */
    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
    }

    /**
     * The same string.
     *
     * @param address who sent the request
     * @param forwarded the value of its {@code X-Forwarded-For}, or null
     */
    public String of(String address, @Nullable String forwarded) {
        if (!behindProxy || forwarded == null) {
            return address;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
        return last.length() > 64 ? last.substring(0, 64) : last;
    }
}
