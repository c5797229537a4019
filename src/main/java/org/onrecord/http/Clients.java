// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.server.Request;

/**
 * Tells clients apart by their addresses.
 *
 * @param behindProxy whether a proxy of the operator's stands in front, whose last entry in {@code X-Forwarded-For} is the
 *     client; without one, that header is anybody's claim and not read
 */
public record Clients(boolean behindProxy) {
    /** A string that is the same for the same client. */
    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /** The same string. */
    public String of(Request request) {
        return of(Request.getRemoteAddr(request), request.getHeaders().getValuesList("X-Forwarded-For"));
    }

    /**
     * The same string.
     *
     * @param address who sent the request
     * @param forwarded the values of its {@code X-Forwarded-For}, in their order: some proxies lengthen the one that is there,
     *     some add their own
     */
    public String of(String address, List<String> forwarded) {
        if (!behindProxy || forwarded.isEmpty()) {
            return address;
        }
        String own = forwarded.get(forwarded.size() - 1);
        String last = own.substring(own.lastIndexOf(',') + 1).trim();
        return last.length() > 64 ? last.substring(0, 64) : last;
    }
}
