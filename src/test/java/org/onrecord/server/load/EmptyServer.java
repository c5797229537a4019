// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A Jetty server with nothing but a handler of two letters: the peer of {@link Rates}. */
final class EmptyServer {
    private EmptyServer() {}

    /** Runs it until the process is stopped. Prints its address as the program does. */
    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Content.Sink.write(response, true, "ok", callback);
                return true;
            }
        });
        server.start();
        System.out.println("pages at http://localhost:" + connector.getLocalPort() + "/");
        server.join();
    }
}
