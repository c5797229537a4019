// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test class with one server over the fixture, a client of it, and a trap that nobody should visit. */
abstract class OneServer {
    static ReadServer server;
    static Client client;
    static Trap trap;

    @BeforeAll
    static void start() {
        trap = new Trap("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        server = Fixture.start();
        client = new Client(server);
    }

    @AfterAll
    static void stop() {
        server.close();
        trap.close();
    }

    /** Since a time of the system's clock for durations. */
    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
