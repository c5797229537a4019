// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Sends random requests to a server, some at a time, every fortieth slowly, and notes what came of each.
 *
 * @param port of the server, on this machine
 * @param seed the same seed makes the same requests
 */
record FuzzRun(int port, long seed) {
    private static final int AT_A_TIME = 4;
    private static final int MOST_TOLD = 20;
    private static final int SLOW_EVERY = 40;
    private static final long SLOW_PAUSE_NANOS = 20_000_000;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String LAST = "GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    /**
     * What came of a run.
     *
     * @param statuses how many answers had each status; 0 stands for a connection that was closed
     * @param bad the first requests that were answered 500 or not in time, and the last one if it was not answered 200
     */
    record Result(Map<Integer, Long> statuses, List<String> bad) {}

    /**
     * Sends them, and at the end a question that the server must still answer.
     *
     * @throws java.util.concurrent.CompletionException if a request could not be made
     */
    Result send(int requests) {
        Map<Integer, Long> statuses = new ConcurrentSkipListMap<>();
        List<String> bad = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Void>> senders = IntStream.range(0, AT_A_TIME)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> send(new Fuzzer(seed + i), requests / AT_A_TIME, statuses, bad),
                        sender -> new Thread(sender).start()))
                .toList();
        senders.forEach(CompletableFuture::join);
        int last = status(LAST, 0);
        if (last != 200) {
            bad.add(last + " after all the others: " + LAST);
        }
        return new Result(new TreeMap<>(statuses), List.copyOf(bad));
    }

    private void send(Fuzzer fuzzer, int requests, Map<Integer, Long> statuses, List<String> bad) {
        for (int n = 0; n < requests; n++) {
            String request = fuzzer.request();
            int status = status(request, n % SLOW_EVERY == 0 ? SLOW_PAUSE_NANOS : 0);
            statuses.merge(status, 1L, Long::sum);
            if ((status == 500 || status < 0) && bad.size() < MOST_TOLD) {
                bad.add(status + ": " + request);
            }
        }
    }

    /**
     * The status; 0 if the server closed without an answer; -1 if it did neither in time.
     *
     * @param pause nanoseconds to wait before each third of the request, and before the answer is read
     */
    private int status(String request, long pause) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
            int piece = pause == 0 ? Math.max(1, bytes.length) : bytes.length / 3 + 1;
            for (int sent = 0; sent < bytes.length; sent += piece) {
                LockSupport.parkNanos(pause);
                socket.getOutputStream().write(bytes, sent, Math.min(piece, bytes.length - sent));
            }
            LockSupport.parkNanos(pause);
            byte[] line = socket.getInputStream().readNBytes(12);
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            String text = new String(line, StandardCharsets.US_ASCII);
            return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
        } catch (java.net.SocketTimeoutException e) {
            return -1;
        } catch (IOException e) {
            return 0;
        }
    }
}
