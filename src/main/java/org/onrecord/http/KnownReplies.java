// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.onrecord.http.negotiation.Accept;

/**
 * Sends the replies to GET that are known before a request is handled, unless they are large or need a content coding: most of
 * the time of a known reply is otherwise spent between here and {@link Routes}.
 */
public final class KnownReplies extends Handler.Wrapper {
    private static final int LONGEST = 16 << 10;

    /** Sends known replies; other requests are handled by another handler. */
    public KnownReplies(Handler inner) {
        super(inner);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Reply> known = request.getMethod().equals("GET") ? known(request) : Optional.empty();
        if (known.isEmpty()) {
            return super.handle(request, response, callback);
        }
        send(known.get(), response, callback);
        return true;
    }

    private static Optional<Reply> known(Request request) {
        String query = request.getHttpURI().getQuery();
        if (query == null || !(request.getAttribute(Routes.TABLE) instanceof RouteTable routes)) {
            return Optional.empty();
        }
        HttpFields headers = request.getHeaders();
        Route.Get get = new Route.Get(
                query,
                Accept.line(headers.getValuesList("Accept")),
                headers.get("If-None-Match"),
                request::setAttribute);
        String codings = headers.get("Accept-Encoding");
        return Optional.ofNullable(routes.first().get(request.getHttpURI().getPath()))
                .flatMap(route -> route.known()
                        .reply(get)
                        .filter(reply -> reply.body().length() <= LONGEST && !ReplyWriter.isCoded(reply, codings))
                        .map(reply -> {
                            request.setAttribute(Routes.NAME, route.name());
                            return reply.below(routes.root());
                        }));
    }

    private static void send(Reply reply, Response response, Callback callback) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response.getHeaders()::put);
        try (InputStream in = reply.body().open()) {
            response.write(true, ByteBuffer.wrap(in.readAllBytes()), callback);
        }
    }
}
