// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.onrecord.http.negotiation.Codings;
import org.onrecord.http.negotiation.EntityTag;

/**
 * Writes replies: length, content coding and entity tag for it, and no body where there must be none. Bodies are sent
 * without a thread that waits for the client.
 */
final class ReplyWriter {
    private static final int WORTH_COMPRESSING = 1024;

    private ReplyWriter() {}

    /** Writes a reply, and releases its body once, when it was sent or will not be. */
    static void write(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            InputStream bytes = head(reply, request, response);
            AsyncContext sending = request.startAsync();
            sending.setTimeout(0);
            Runnable end = () -> {
                reply.body().release();
                sending.complete();
            };
            ServletOutputStream output = response.getOutputStream();
            output.setWriteListener(new BodySender(bytes, output, buffer(reply, response), end));
        } catch (IOException | RuntimeException e) {
            reply.body().release();
            throw e;
        }
    }

    /** Writes all but the body, which it returns as it is to be sent. */
    private static InputStream head(Reply reply, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        boolean coded = !(reply.body() instanceof Body.Stored)
                && reply.body().length() > WORTH_COMPRESSING
                && Codings.takesGzip(request.getHeader("Accept-Encoding"));
        if (coded) {
            response.setHeader("Content-Encoding", "gzip");
            String tag = reply.headers().get("ETag");
            if (tag != null) {
                response.setHeader("ETag", EntityTag.coded(tag));
            }
        } else if (reply.status() != HttpServletResponse.SC_NOT_MODIFIED
                && reply.status() != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLengthLong(reply.body().length());
        }
        if (coded) {
            // For HEAD, too: Jetty counts what it would send.
            return Gzip.of(reply.body().open());
        }
        return request.getMethod().equals("HEAD")
                ? InputStream.nullInputStream()
                : reply.body().open();
    }

    /** Bytes that are written at once: no more than there are. */
    private static int buffer(Reply reply, HttpServletResponse response) {
        return (int) Math.min(response.getBufferSize(), Math.max(1, reply.body().length()));
    }
}
