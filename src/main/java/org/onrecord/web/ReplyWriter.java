// SPDX-License-Identifier: Apache-2.0
package org.onrecord.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.onrecord.web.negotiation.Codings;
import org.onrecord.web.negotiation.EntityTag;

/** Writes replies: length, content coding and entity tag for it, and no body where there must be none. */
final class ReplyWriter {
    private static final int WORTH_COMPRESSING = 1024;

    private ReplyWriter() {}

    static void write(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        boolean coded = !(reply.body() instanceof Body.Stored)
                && reply.body().length() > WORTH_COMPRESSING
                && Codings.takesGzip(request.getHeader("Accept-Encoding"));
        Body body = coded ? gzip(reply, response) : reply.body();
        if (reply.status() != HttpServletResponse.SC_NOT_MODIFIED
                && reply.status() != HttpServletResponse.SC_NO_CONTENT) {
            response.setContentLengthLong(body.length());
        }
        if (!request.getMethod().equals("HEAD")) {
            body.writeTo(response.getOutputStream());
        }
        response.flushBuffer();
    }

    private static Body gzip(Reply reply, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(coded)) {
            reply.body().writeTo(out);
        }
        response.setHeader("Content-Encoding", "gzip");
        String tag = reply.headers().get("ETag");
        if (tag != null) {
            response.setHeader("ETag", EntityTag.coded(tag));
        }
        return Body.of(coded.toByteArray());
    }
}
