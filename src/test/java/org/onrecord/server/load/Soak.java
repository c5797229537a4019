// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.Url;
import org.onrecord.guard.Limits;
import org.onrecord.server.ReadServer;
import org.onrecord.server.metrics.Processes;

/**
 * A command: {@code Soak [SECONDS]}. Four attackers send the worst queries without a pause while two readers ask ordinary
 * ones twenty times a second each; prints the readers' latencies and errors, and heap, threads and files before and
 * after. Exit code 1 if a reader got an error, waited longer than a second at p99, or something leaked.
 */
public final class Soak {
    private static final int USUAL_SECONDS = 600;
    private static final int ATTACKERS = 4;
    private static final int READERS = 2;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final double LONGEST_P99 = 1.0;

    private static final List<String> WORST = List.of(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i",
            "SELECT DISTINCT ?a ?e ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "SELECT * { ?a ?b ?c . ?d ?e ?f }",
            "SELECT (COUNT(*) AS ?n) { ?a (<http://example.org/next>|!<urn:x>)* ?b }",
            "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a|aa)+$')) }",
            "SELECT (STRLEN(?f) AS ?n) { ?s ?p ?o BIND(REPLACE(STR(?s), '.', '$0$0$0$0$0$0$0$0') AS ?a) BIND(REPLACE(?a, '.', '$0$0$0$0$0$0$0$0') AS ?b) BIND(REPLACE(?b, '.', '$0$0$0$0$0$0$0$0') AS ?f) } ORDER BY ?f",
            "CONSTRUCT { ?a ?e ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "SELECT * { { ?a ?b ?c } { ?d ?e ?f } { ?g ?h ?i } FILTER(?a = ?nothing) }");
    private static final List<String> ORDINARY = List.of(
            "SELECT ?s ?label { ?s <http://example.org/kind> <http://example.org/k3> ; <http://example.org/label> ?label } ORDER BY ?label LIMIT 50",
            "SELECT ?k (COUNT(*) AS ?n) { ?s <http://example.org/kind> ?k } GROUP BY ?k ORDER BY DESC(?n)",
            "DESCRIBE <http://example.org/s17>",
            "ASK { <http://example.org/s1> <http://example.org/next> ?o }");

    private final Map<String, LongAdder> attacks = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> reads = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Double> latencies = new ConcurrentLinkedQueue<>();

    private Soak() {}

    /** Runs it. */
    public static void main(String[] args) throws InterruptedException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : USUAL_SECONDS;
        boolean passed;
        try (ReadServer server = LoadFixture.start(Limits.USUAL)) {
            passed = new Soak().run(server, seconds);
        }
        System.exit(passed ? 0 : 1);
    }

    private boolean run(ReadServer server, int seconds) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            ask(server.port(), 1, ORDINARY.get(i % ORDINARY.size()));
        }
        String before = state();
        double filesBefore = Processes.openFiles();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> threads = Stream.concat(
                        IntStream.range(0, ATTACKERS).mapToObj(i -> new Thread(() -> attack(server.port(), i, end))),
                        IntStream.range(0, READERS).mapToObj(i -> new Thread(() -> read(server.port(), i, end))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        System.gc();
        return report(seconds, before, filesBefore);
    }

    private boolean report(int seconds, String before, double filesBefore) {
        double[] sorted =
                latencies.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%d s, %d attackers, %d readers, %d processors%n",
                seconds, ATTACKERS, READERS, Runtime.getRuntime().availableProcessors());
        System.out.printf("readers: %,d answers, by status %s%n", sorted.length, reads);
        System.out.printf(
                "readers' latency in ms: p50 %.1f, p90 %.1f, p99 %.1f, max %.1f%n",
                at(sorted, 0.5) * 1000, at(sorted, 0.9) * 1000, at(sorted, 0.99) * 1000, at(sorted, 1) * 1000);
        System.out.printf("attackers: answers by status %s%n", attacks);
        System.out.printf("before: %s%nafter:  %s%n", before, state());
        boolean errors = reads.keySet().stream().anyMatch(status -> !status.equals("200"))
                || attacks.containsKey("500")
                || attacks.keySet().stream()
                        .anyMatch(status -> status.startsWith("cut") || status.startsWith("closed"));
        boolean leaks = Processes.openFiles() - filesBefore > 50;
        System.out.printf("errors: %s, leaks: %s%n", errors ? "yes" : "none", leaks ? "yes" : "none");
        return !errors && !leaks && at(sorted, 0.99) < LONGEST_P99;
    }

    private void attack(int port, int number, long end) {
        for (int i = number; System.nanoTime() < end; i++) {
            count(attacks, ask(port, 2 + number, WORST.get(i % WORST.size())));
        }
    }

    private void read(int port, int number, long end) {
        for (int i = number; System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            count(reads, ask(port, 100 + number, ORDINARY.get(i % ORDINARY.size())));
            latencies.add((System.nanoTime() - start) / 1e9);
            java.util.concurrent.locks.LockSupport.parkNanos(Math.max(0, PAUSE_NANOS - (System.nanoTime() - start)));
        }
    }

    /** Asks from an address of its own in 127.0.0.0/8, as another client would; gives the status, or what went wrong. */
    private static String ask(int port, int client, String query) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) client}), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET /sparql?query=" + Url.encoded(query)
                                    + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            String head = new String(answer, 0, Math.min(answer.length, 2000), StandardCharsets.UTF_8);
            return whole(head, answer.length) ? head.substring(9, 12) : "cut";
        } catch (IOException e) {
            return "closed: " + e.getMessage();
        }
    }

    private static boolean whole(String head, int length) {
        int body = head.indexOf("\r\n\r\n") + 4;
        int at = head.indexOf("Content-Length: ");
        return at > 0
                && head.startsWith("HTTP/1.1 ")
                && Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at))) == length - body;
    }

    private static void count(Map<String, LongAdder> counts, String status) {
        counts.computeIfAbsent(status, key -> new LongAdder()).increment();
    }

    private static double at(double[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }

    private static String state() {
        Runtime runtime = Runtime.getRuntime();
        return "heap used %d MiB of at most %d MiB, threads %d, files %.0f"
                .formatted(
                        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                        runtime.maxMemory() >> 20,
                        ManagementFactory.getThreadMXBean().getThreadCount(),
                        Processes.openFiles());
    }
}
