// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.connection;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes a connection whose next header is not complete within a time, counted from the opening of the connection or the end
 * of the previous response. Jetty's idle timeout restarts with each byte.
 */
public final class HeaderDeadlines extends Handler.Wrapper implements Connection.Listener {
    private final Duration time;
    private final Deadlines deadlines;
    private final Map<EndPoint, NextHeader> open = new ConcurrentHashMap<>();

    public HeaderDeadlines(Handler inner, Duration time, Deadlines deadlines) {
        super(inner);
        this.time = time;
        this.deadlines = deadlines;
    }

    @Override
    public void onOpened(Connection connection) {
        await(connection.getEndPoint());
    }

    @Override
    public void onClosed(Connection connection) {
        stopWaiting(connection.getEndPoint());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
        stopWaiting(client);
        Request.addCompletionListener(request, failure -> await(client));
        return super.handle(request, response, callback);
    }

    private void await(EndPoint client) {
        NextHeader next = new NextHeader(client, System.nanoTime() + time.toNanos());
        open.put(client, next);
        deadlines.add(next);
        if (!client.isOpen()) {
            stopWaiting(client);
        }
    }

    private void stopWaiting(EndPoint client) {
        NextHeader next = open.remove(client);
        if (next != null) {
            deadlines.remove(next);
        }
    }

    /**
     * An expected header.
     *
     * @param client its connection
     * @param deadline in the time of {@link System#nanoTime}
     */
    private record NextHeader(EndPoint client, long deadline) implements Deadlines.Wait {
        @Override
        public boolean late(long now) {
            return now - deadline > 0;
        }

        @Override
        public void end() {
            client.close();
        }
    }
}
