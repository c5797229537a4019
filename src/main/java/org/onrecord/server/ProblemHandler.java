// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.onrecord.http.Problem;
import org.onrecord.http.ProblemReply;
import org.onrecord.http.ProblemType;
import org.onrecord.http.Reply;
import org.onrecord.http.Routes;
import org.onrecord.server.connection.RequestBodies;

/** Writes Jetty's own errors as problem details, too. */
final class ProblemHandler extends ErrorHandler {
    /** Jetty's placeholder for a path that it cannot parse. */
    private static final String UNPARSED = "/badMessage";

    private final HttpLimits limits;
    private final ResponseHeaders headers;

    ProblemHandler(HttpLimits limits, ResponseHeaders headers) {
        this.limits = limits;
        this.headers = headers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        ProblemType type = type(request, response);
        Reply reply = ProblemReply.of(
                Problem.of(type, detail(type, request)),
                request.getHeaders().get("Accept"),
                headers.routes(request).root());
        request.setAttribute(Routes.PROBLEM, type.slug());
        headers.put(request, response);
        response.setStatus(type.status());
        reply.headers().forEach(response.getHeaders()::put);
        byte[] body = reply.body().open().readAllBytes();
        response.getHeaders().put("Content-Length", body.length);
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), callback);
        return true;
    }

    /** A path that cannot be parsed is not found. */
    private static ProblemType type(Request request, Response response) {
        Throwable cause =
                request.getAttribute(ERROR_EXCEPTION) instanceof Throwable failure ? failure.getCause() : null;
        boolean path = UNPARSED.equals(request.getHttpURI().getPath()) && cause instanceof IllegalArgumentException;
        return response.getStatus() == 400 && path ? ProblemType.NOT_FOUND : ProblemType.of(response.getStatus());
    }

    private String detail(ProblemType type, Request request) {
        String usual = type.meaning() + " " + type.remedy();
        return switch (type) {
            case BODY_TOO_LARGE -> usual + detail(request);
            case ADDRESS_TOO_LONG, HEADERS_TOO_LARGE ->
                usual + " The limit of both together is %,d bytes (--max-head).".formatted(limits.head());
            case REQUEST_TIMEOUT ->
                usual
                        + " A body has %d seconds (--body-timeout), and one more for each %,d bytes that came."
                                .formatted(limits.times().receive().toSeconds(), RequestBodies.BYTES_PER_SECOND);
            default -> detail(request).isEmpty() ? usual : detail(request);
        };
    }

    private static String detail(Request request) {
        return request.getAttribute(Routes.DETAIL) instanceof String detail ? detail : "";
    }
}
