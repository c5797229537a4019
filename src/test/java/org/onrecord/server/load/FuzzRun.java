// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Sends random requests to a server, some at a time, and notes what came of each.
 *
 * @param port of the server, on this machine
 * @param seed the same seed makes the same requests
 */
record FuzzRun(int port, long seed) {
    private static final int AT_A_TIME = 4;
    private static final int PATIENCE_MILLIS = 30_000;

    /**
     * What came of a run.
     *
     * @param statuses how many answers had each status; 0 stands for a connection that was closed
     * @param bad the first requests that were answered 500 or not at all
     */
    record Result(Map<Integer, Long> statuses, List<String> bad) {}

    Result send(int requests) throws InterruptedException {
        Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
        List<String> bad = new CopyOnWriteArrayList<>();
        List<Thread> threads = IntStream.range(0, AT_A_TIME)
                .mapToObj(i -> new Thread(() -> {
                    Fuzzer fuzzer = new Fuzzer(seed + i);
                    for (int n = i; n < requests; n += AT_A_TIME) {
                        String request = fuzzer.request();
                        int status = status(request);
                        statuses.computeIfAbsent(status, key -> new LongAdder()).increment();
                        if ((status == 500 || status < 0) && bad.size() < 20) {
                            bad.add(status + ": " + request);
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        Map<Integer, Long> counts = new TreeMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.sum()));
        return new Result(counts, List.copyOf(bad));
    }

    /** The status; 0 if the server closed without an answer; -1 if it did neither in time. */
    private int status(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
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
