// SPDX-License-Identifier: Apache-2.0
package org.onrecord.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.onrecord.http.negotiation.Codings;
import org.onrecord.http.negotiation.EntityTag;

/**
 * Writes replies, with content length, content coding and its entity tag. Bodies are sent without blocking: those that fit
 * into the container's buffer by the container, which adds their length.
 */
final class ReplyWriter {
    private static final int WORTH_COMPRESSING = 1024;

    /** What gzip adds at most to a body that fits the buffer. */
    private static final int GZIP_BYTES = 64;

    private ReplyWriter() {}

    /** Writes a reply; its body is released after sending or failure. */
    static void write(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            InputStream bytes = head(reply, request, response);
            if (fitsBuffer(reply, response)) {
                // The container sends it after the request, without blocking.
                response.getOutputStream().write(bytes.readAllBytes());
                reply.body().release();
                return;
            }
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

    /** Writes the head; returns the body as it is sent. */
    private static InputStream head(Reply reply, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        boolean coded = isCoded(reply, request.getHeader("Accept-Encoding"));
        if (coded) {
            response.setHeader("Content-Encoding", "gzip");
            String tag = reply.headers().get("ETag");
            if (tag != null) {
                response.setHeader("ETag", EntityTag.coded(tag));
            }
        } else if (reply.status() != HttpServletResponse.SC_NOT_MODIFIED
                && reply.status() != HttpServletResponse.SC_NO_CONTENT
                && (request.getMethod().equals("HEAD") || !fitsBuffer(reply, response))) {
            response.setContentLengthLong(reply.body().length());
        }
        if (coded) {
            // Also for HEAD, for which Jetty counts the bytes.
            return Gzip.of(reply.body().open());
        }
        return request.getMethod().equals("HEAD")
                ? InputStream.nullInputStream()
                : reply.body().open();
    }

    /** Whether a reply is sent in gzip to a client with this {@code Accept-Encoding}, or null. */
    static boolean isCoded(Reply reply, @Nullable String codings) {
        return !(reply.body() instanceof Body.Stored)
                && reply.body().length() > WORTH_COMPRESSING
                && Codings.takesGzip(codings);
    }

    private static boolean fitsBuffer(Reply reply, HttpServletResponse response) {
        return reply.body().length() < response.getBufferSize() - GZIP_BYTES;
    }

    /** Size of a write, in bytes. */
    private static int buffer(Reply reply, HttpServletResponse response) {
        return (int) Math.min(response.getBufferSize(), Math.max(1, reply.body().length()));
    }
}
