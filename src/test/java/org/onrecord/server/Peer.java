// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.onrecord.Url;

/**
 * A client that sends and reads as slowly as a test wants, from an address of its own.
 *
 * @param socket is connected
 */
record Peer(Socket socket) implements AutoCloseable {
    private static final int MILLIS = 20_000;

    /** A client at 127.0.0.n, whose receive buffer is small. */
    static Peer at(int n, ReadServer server) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(MILLIS);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) n}), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), MILLIS);
            return new Peer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Peer ask(String query) {
        return ask(query, "");
    }

    /** Sends a query with further lines of the header. */
    Peer ask(String query, String lines) {
        return send("GET /sparql?query=" + Url.encoded(query) + " HTTP/1.1\r\nHost: x\r\n" + lines + "\r\n");
    }

    /** The first words of the answer. */
    String begin() {
        try {
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Peer send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that comes until the server closes the connection. */
    String rest() {
        StringBuilder text = new StringBuilder();
        try {
            for (int b = socket.getInputStream().read();
                    b >= 0;
                    b = socket.getInputStream().read()) {
                text.append((char) b);
            }
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("the server did not close the connection; it sent: " + text, e);
        } catch (IOException e) {
            text.append("closed: ").append(e.getMessage());
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
