// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.onrecord.SampleHome;

/**
 * A command: {@code Flood [ROUNDS]}. In each round, 1,050 connections send 1 MB each at once: to a peer, which reads and
 * discards; to {@code /sparql}, which refuses so long a query; and to {@code /validate}, which takes only some at a time.
 * Meanwhile one client reads a page and one asks for health, each on new connections. The server has just started, so its
 * first round runs code that is not compiled yet; the peer's connections come first, so the attacker's is. Prints the longest
 * and the 99th of 100 times of both clients, in milliseconds.
 */
public final class Flood {
    private static final int ROUNDS = 3;
    private static final int CONNECTIONS = 1050;
    private static final int BYTES = 1_000_000;
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final long SETTLING_NANOS = 1_000_000_000L;
    private static final long PAUSE_NANOS = 10_000_000L;

    private final int port;

    private Flood(int port) {
        this.port = port;
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        System.out.println("| flood | seconds | reader p99 | reader max | health p99 | health max |");
        try (ServerProcess server = ServerProcess.start("1g", SampleHome.FOLDER);
                ServerSocket peer = peer()) {
            Flood flood = new Flood(server.port());
            for (int round = 0; round < rounds; round++) {
                flood.row("none", () -> LockSupport.parkNanos(SETTLING_NANOS));
                flood.row("to the peer", () -> send(peer.getLocalPort(), "/"));
                flood.row("to /sparql", () -> send(server.port(), "/sparql"));
                flood.row("to /validate", () -> send(server.port(), "/validate"));
            }
        }
    }

    private void row(String name, Runnable attack) throws InterruptedException {
        Client reader = new Client(new Wire(port, 2), "/");
        Client health = new Client(new Wire(port, 3), "/health/live");
        List<Thread> threads = List.of(new Thread(reader), new Thread(health));
        threads.forEach(Thread::start);
        LockSupport.parkNanos(SETTLING_NANOS);
        reader.times.clear();
        health.times.clear();
        long start = System.nanoTime();
        attack.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        LockSupport.parkNanos(SETTLING_NANOS);
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.printf(
                "| %s | %.1f | %.0f | %.0f | %.0f | %.0f |%n",
                name, seconds, reader.at(0.99), reader.at(1), health.at(0.99), health.at(1));
    }

    /** Requests an address again and again until it is interrupted; each answer must be 200. */
    private record Client(Wire wire, String path, List<Double> times) implements Runnable {
        Client(Wire wire, String path) {
            this(wire, path, java.util.Collections.synchronizedList(new ArrayList<>()));
        }

        @Override
        public void run() {
            while (!Thread.currentThread().isInterrupted()) {
                long start = System.nanoTime();
                String status = wire.get(path);
                times.add((System.nanoTime() - start) / 1e6);
                if (!status.equals("200")) {
                    System.out.println(path + ": " + status);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }

        double at(double part) {
            return Reader.part(times, part);
        }
    }

    /** Sends all bodies at once, until the other side has taken or refused them; then closes the connections. */
    private static void send(int port, String path) {
        byte[] head = Wire.bytes("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: "
                + (path.equals("/validate") ? "text/turtle" : "application/sparql-query") + "\r\nContent-Length: "
                + BYTES
                + "\r\n\r\n");
        byte[] request = Arrays.copyOf(head, head.length + BYTES);
        Arrays.fill(request, head.length, request.length, (byte) ' ');
        List<SocketChannel> channels = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                SocketChannel channel = SocketChannel.open();
                channels.add(channel);
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                channel.register(selector, SelectionKey.OP_CONNECT, ByteBuffer.wrap(request));
            }
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (!selector.keys().isEmpty() && System.nanoTime() < end) {
                selector.select(Flood::step, 100);
            }
            for (SocketChannel channel : channels) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on with a connection, until its body is sent or refused. */
    private static void step(SelectionKey key) {
        SocketChannel channel = (SocketChannel) key.channel();
        ByteBuffer body = (ByteBuffer) key.attachment();
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                key.interestOps(SelectionKey.OP_WRITE);
            } else {
                channel.write(body);
            }
        } catch (IOException refused) {
            key.cancel();
        }
        if (!body.hasRemaining()) {
            key.cancel();
        }
    }

    /** A program that only reads and discards. */
    private static ServerSocket peer() throws IOException {
        ServerSocket server = new ServerSocket(0, CONNECTIONS);
        ExecutorService readers = Executors.newFixedThreadPool(50, Flood::daemon);
        daemon(() -> {
                    while (true) {
                        try {
                            Socket socket = server.accept();
                            readers.execute(() -> discard(socket));
                        } catch (IOException closed) {
                            return;
                        }
                    }
                })
                .start();
        return server;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "peer");
        thread.setDaemon(true);
        return thread;
    }

    private static void discard(Socket socket) {
        try (socket;
                InputStream in = socket.getInputStream()) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException reset) {
            // The attacker closed the connection.
        }
    }
}
