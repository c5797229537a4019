// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import jakarta.servlet.http.HttpServletRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Logs unexpected exceptions with the id of the request.
 *
 * @param journal the event log
 */
record UnexpectedErrorLog(Journal journal) implements BiConsumer<HttpServletRequest, Throwable> {
    @Override
    public void accept(HttpServletRequest request, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        journal.write(
                "mistake",
                Map.of(
                        "id",
                        String.valueOf(request.getAttribute("X-Request-Id")),
                        "path",
                        request.getRequestURI(),
                        "trace",
                        trace));
    }
}
