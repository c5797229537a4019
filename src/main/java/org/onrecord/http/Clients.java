// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.server.Request;

/**
 * Identifies clients by their addresses.
 *
 * @param behindProxy whether the last entry of {@code X-Forwarded-For}, set by the operator's proxy, is the client; without
 *     a proxy the header is not trusted
 */
public record Clients(boolean behindProxy) {
    /** The identifier of the client of a request. */
    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /** The identifier of the client of a request. */
    public String of(Request request) {
        return of(Request.getRemoteAddr(request), request.getHeaders().getValuesList("X-Forwarded-For"));
    }

    /**
     * The identifier of a client.
     *
     * @param address who sent the request
     * @param forwarded the values of its {@code X-Forwarded-For} headers, in order
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
