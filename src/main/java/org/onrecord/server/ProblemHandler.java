// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.onrecord.web.Reply;
import org.onrecord.web.problem.Problem;
import org.onrecord.web.problem.ProblemReply;
import org.onrecord.web.problem.ProblemType;

/** Writes Jetty's own errors as every other error is written. */
final class ProblemHandler extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        ProblemType type = ProblemType.of(response.getStatus());
        Reply reply = ProblemReply.of(Problem.of(type), request.getHeaders().get("Accept"));
        Front.putHeaders(request, response);
        response.setStatus(response.getStatus() < 400 ? type.status() : response.getStatus());
        reply.headers().forEach(response.getHeaders()::put);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        reply.body().writeTo(body);
        response.getHeaders().put("Content-Length", body.size());
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body.toByteArray()), callback);
        return true;
    }
}
