// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.onrecord.Url;

/** A family of attacks. */
enum Family {
    ENDLESS_QUERIES(queries(HostileRequests::endless)),
    GROWING_TEXTS_AND_NUMBERS(queries(HostileRequests::growth)),
    QUERIES_SLOW_TO_COMPILE(queries(HostileRequests::compile)),
    ESCAPES(queries(HostileRequests::escapes)),
    POSTED_DATA((wire, requests, end) -> wire.post("/validate", "text/turtle", requests.turtle())),
    SLOW_READERS(holding(Family::askForMuch)),
    PARKED_BODIES(holding(Family::park)),
    SLOW_HEADERS(holding(Family::begin));

    private static final int SOCKETS = 60;
    private static final long PAUSE = 200_000_000;
    private static final String HELD = "held";

    private final Attack attack;

    Family(Attack attack) {
        this.attack = attack;
    }

    /** Attacks until a time, in nanoseconds of {@link System#nanoTime}, and counts what was answered. */
    void attack(Wire wire, long end, Map<String, LongAdder> answers) {
        HostileRequests requests = new HostileRequests(new Random(wire.client()));
        while (System.nanoTime() < end) {
            String status = attack.once(wire, requests, end);
            if (!status.equals(HELD)) {
                answers.computeIfAbsent(status, key -> new LongAdder()).increment();
            }
        }
    }

    /** One attack; gives the status of the answer. */
    private interface Attack {
        String once(Wire wire, HostileRequests requests, long end);
    }

    private static Attack queries(Function<HostileRequests, String> query) {
        return (wire, requests, end) -> wire.post("/sparql", "application/sparql-query", query.apply(requests));
    }

    private static Attack holding(Opening opening) {
        return (wire, requests, end) -> {
            hold(wire, end, opening);
            return HELD;
        };
    }

    /** What an attacker sends on each connection that he holds. */
    private interface Opening {
        void send(Socket socket) throws IOException;
    }

    /** Holds connections, and sends a byte on each now and then; those that the server closes are opened again. */
    private static void hold(Wire wire, long end, Opening opening) {
        List<Socket> held = new ArrayList<>();
        while (System.nanoTime() < end) {
            if (held.size() < SOCKETS) {
                open(wire, opening, held);
            }
            LockSupport.parkNanos(held.size() < SOCKETS ? PAUSE / 4 : PAUSE);
            held.removeIf(socket -> !trickle(socket));
        }
        held.forEach(Family::close);
    }

    private static void open(Wire wire, Opening opening, List<Socket> held) {
        try {
            Socket socket = wire.open();
            held.add(socket);
            opening.send(socket);
        } catch (IOException e) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static boolean trickle(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return true;
        } catch (IOException e) {
            close(socket);
            return false;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed, then.
        }
    }

    private static void askForMuch(Socket socket) throws IOException {
        String query = "SELECT * { { SELECT * { ?s ?p ?o } LIMIT 15000 } VALUES ?n { 1 2 3 } }";
        socket.getOutputStream()
                .write(Wire.bytes("GET /sparql?query=" + Url.encoded(query) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    }

    private static void park(Socket socket) throws IOException {
        socket.getOutputStream()
                .write(Wire.bytes(
                        "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 1048576\r\n\r\n"
                                + "a".repeat((1 << 20) - 2000)));
    }

    private static void begin(Socket socket) throws IOException {
        socket.getOutputStream().write(Wire.bytes("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "));
    }
}
