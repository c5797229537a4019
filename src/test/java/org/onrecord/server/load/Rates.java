// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.Url;

/**
 * A command: {@code Rates HOME [SECONDS]}. The requests a second of a repeated question, with its ETag and without, beside
 * those of an {@link EmptyServer}: each on four connections that are kept, in turns. Prints the medians and their ratios.
 */
public final class Rates {
    private static final int ROUNDS = 5;
    private static final int CONNECTIONS = 4;
    private static final int STATUS_LINE = 12;
    private static final String PEER = "empty handler";
    private static final Pattern HEAD_LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");
    private static final Pattern ETAG = Pattern.compile("(?i)\r\netag: (\\S+)");
    private static final String QUESTION = "/sparql?query="
            + Url.encoded("SELECT ?s ?c { ?s <https://w3id.org/onrecord/ontology#content> ?c } ORDER BY ?s LIMIT 20");

    private Rates() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        try (ServerProcess program = ServerProcess.start("1g", Path.of(args[0]));
                ServerProcess empty = ServerProcess.start("1g", EmptyServer.class)) {
            String etag = etag(program.port());
            Map<String, Target> targets = new LinkedHashMap<>();
            targets.put(PEER, new Target(empty.port(), request("/", "")));
            targets.put(
                    "with ETag, 304", new Target(program.port(), request(QUESTION, "If-None-Match: " + etag + "\r\n")));
            targets.put("without, 200", new Target(program.port(), request(QUESTION, "")));
            run(targets, seconds);
        }
    }

    private record Target(int port, String request) {}

    private static void run(Map<String, Target> targets, int seconds) throws InterruptedException {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, Target> target : targets.entrySet()) {
                double rate = rate(target.getValue(), seconds);
                // The first round warms up.
                if (round > 0) {
                    rates.computeIfAbsent(target.getKey(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        double peer = median(rates.getOrDefault(PEER, List.of()));
        System.out.println("| request | a second | of the empty handler's |");
        rates.forEach((name, all) -> System.out.printf(
                Locale.ROOT, "| %s | %.0f | %.0f %% |%n", name, median(all), 100 * median(all) / peer));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double rate(Target target, int seconds) throws InterruptedException {
        LongAdder answers = new LongAdder();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        for (int client = 0; client < CONNECTIONS; client++) {
            clients.execute(() -> ask(target, end, answers));
        }
        clients.shutdown();
        clients.awaitTermination(2L * seconds, TimeUnit.SECONDS);
        return answers.doubleValue() / seconds;
    }

    private static void ask(Target target, long end, LongAdder answers) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), target.port())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            byte[] request = Wire.bytes(target.request());
            socket.getOutputStream().write(request);
            byte[] first = read(in);
            byte[] next = new byte[first.length];
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request);
                if (in.readNBytes(next, 0, next.length) < next.length
                        || !status(next).equals(status(first))) {
                    throw new IOException("Not the answer of before: " + status(next));
                }
                answers.increment();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String request(String path, String header) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";
    }

    private static String etag(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(Wire.bytes(request(QUESTION, "")));
            Matcher etag = ETAG.matcher(
                    new String(read(new BufferedInputStream(socket.getInputStream())), StandardCharsets.ISO_8859_1));
            if (!etag.find()) {
                throw new IllegalStateException("The answer has no ETag");
            }
            return etag.group(1);
        }
    }

    /** Reads an answer. All answers to a request have the same length. */
    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        while (!answer.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + answer.toString(StandardCharsets.ISO_8859_1));
            }
            answer.write(next);
        }
        String head = answer.toString(StandardCharsets.ISO_8859_1);
        Matcher length = HEAD_LENGTH.matcher(head);
        boolean body = !status(answer.toByteArray()).endsWith("304") && length.find();
        answer.write(in.readNBytes(body ? Integer.parseInt(length.group(1)) : 0));
        return answer.toByteArray();
    }

    private static String status(byte[] answer) {
        return new String(answer, 0, Math.min(answer.length, STATUS_LINE), StandardCharsets.ISO_8859_1);
    }
}
