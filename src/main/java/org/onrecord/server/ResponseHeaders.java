// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.onrecord.http.RouteTable;
import org.onrecord.http.Routes;

/**
 * Selects the release for a request, and sets the headers of every response: release, request id, CORS, security
 * headers.
 */
final class ResponseHeaders extends Handler.Wrapper {
    private static final String ID = "X-Request-Id";
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)\"?\\s*(;|$)");
    private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Supplier<RouteTable> current;

    ResponseHeaders(Handler inner, Supplier<RouteTable> current) {
        super(inner);
        this.current = current;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        request.setAttribute(Routes.TABLE, current.get());
        put(request, response);
        if (!readable(request.getHeaders().get("Content-Type"))) {
            Response.writeError(request, response, callback, 415);
            return true;
        }
        return super.handle(request, response, callback);
    }

    RouteTable routes(Request request) {
        return request.getAttribute(Routes.TABLE) instanceof RouteTable pinned ? pinned : current.get();
    }

    void put(Request request, Response response) {
        RouteTable routes = routes(request);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("Onrecord-Release", routes.release());
        headers.put(ID, id(request));
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put(
                "Access-Control-Expose-Headers",
                "ETag, Onrecord-Release, Onrecord-Changes-Left, X-Request-Id, Retry-After, Allow, Content-Location, Link, Content-Range, Accept-Ranges, OnRecord-Hint");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'self'; frame-ancestors 'self'; base-uri 'none'");
        headers.put("Referrer-Policy", "no-referrer");
    }

    /** The client's request id if it is well-formed, else a new one. */
    static String id(Request request) {
        if (request.getAttribute(ID) instanceof String known) {
            return known;
        }
        String given = request.getHeaders().get(ID);
        String id = given != null && ACCEPTABLE_ID.matcher(given).matches() ? given : newId();
        request.setAttribute(ID, id);
        return id;
    }

    /** Unique, but not secret: a secure random number takes longer than many answers. */
    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Jetty fails on a charset that is empty or malformed, before any handler can respond. */
    private static boolean readable(@Nullable String type) {
        if (type == null || !type.toLowerCase(Locale.ROOT).contains("charset")) {
            return true;
        }
        Matcher charset = CHARSET.matcher(type);
        return charset.find() && known(charset.group(1));
    }

    private static boolean known(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
