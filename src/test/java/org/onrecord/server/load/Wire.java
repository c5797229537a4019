// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.onrecord.Url;

/**
 * One client of a server on this machine.
 *
 * @param port of the server
 * @param client its address is 127.0.0.client
 */
record Wire(int port, int client) {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String HEAD = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

    /** A connection. */
    Socket open() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) client}), 0));
        socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** The status of the answer to a GET, or what went wrong: "cut", "closed". */
    String get(String path) {
        return status("GET " + path + HEAD + "\r\n");
    }

    /** The same for a query. */
    String ask(String query) {
        return get("/sparql?query=" + Url.encoded(query));
    }

    /** The same for a POST. */
    String post(String path, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return status("POST " + path + HEAD + "Content-Type: " + type + "\r\nContent-Length: " + bytes.length
                + "\r\n\r\n" + body);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String status(String request) {
        try (Socket socket = open()) {
            socket.getOutputStream().write(bytes(request));
            byte[] answer = socket.getInputStream().readAllBytes();
            String head = new String(answer, 0, Math.min(answer.length, 4000), StandardCharsets.ISO_8859_1);
            return whole(head, answer.length) ? head.substring(9, 12) : "cut";
        } catch (IOException e) {
            return "closed: " + e.getMessage();
        }
    }

    private static boolean whole(String head, int length) {
        int body = head.indexOf("\r\n\r\n") + 4;
        int at = head.toLowerCase(Locale.ROOT).indexOf("content-length: ");
        return at > 0
                && head.startsWith("HTTP/1.1 ")
                && Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at))) == length - body;
    }
}
