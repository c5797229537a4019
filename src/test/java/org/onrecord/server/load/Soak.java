// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.SampleHome;
import org.onrecord.Url;

/**
 * A command: {@code Soak [SECONDS [FAMILY...]]}. Two readers ask the site with the sample ordinary questions, most of them new ones, twenty a second
 * each: first alone, then beside three attackers of each {@link Family}, or of those given, in turn; a third asks for health and metrics. The server
 * is a process of its own with a heap of 1 GiB. Prints a row for each: answers, latencies, the ratio of p99 to p99 alone,
 * the longest time to answer for health, and what the attackers were answered; then heap, threads and files before and
 * after. Exit code 1 if a reader got an error or waited longer than a second at p99, if an answer was cut or 500, if a
 * query, lane or memory was still taken 15 seconds after an attack, or if files leaked.
 */
public final class Soak {
    private static final int USUAL_SECONDS = 600;
    private static final int ATTACKERS = 3;
    private static final int READERS = 2;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final long RECOVERY_NANOS = 15_000_000_000L;
    private static final long WARM_UP_NANOS = 15_000_000_000L;
    private static final long IDLE_NANOS = 40_000_000_000L;
    private static final double LONGEST_P99 = 1.0;
    private static final String FILES = "onrecord_open_files";

    private static final List<String> ORDINARY = List.of(
            "/sparql?query="
                    + Url.encoded("SELECT ?s ?c { ?s <https://w3id.org/onrecord/ontology#content> ?c } LIMIT 2"
                            + Reader.NUMBER),
            "/sparql?query="
                    + Url.encoded(
                            "SELECT ?k (COUNT(*) AS ?n) { ?s <https://w3id.org/onrecord/ontology#speaker> ?k } GROUP BY ?k ORDER BY DESC(?n) LIMIT 1"
                                    + Reader.NUMBER),
            "/sparql?query=" + Url.encoded("DESCRIBE <" + SampleHome.THINGS + "statement/w-01>"),
            "/doc/statement/w-01.html",
            "/search?q=corridor+" + Reader.NUMBER,
            "/static/onrecord.css");
    private static final List<String> HEALTH = List.of("/health/live", "/metrics", "/health/ready");

    private final ServerProcess server;
    private boolean passed = true;

    private Soak(ServerProcess server) {
        this.server = server;
    }

    /** Runs it. */
    public static void main(String[] args) throws InterruptedException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : USUAL_SECONDS;
        List<Family> families =
                args.length > 1 ? Stream.of(args).skip(1).map(Family::valueOf).toList() : List.of(Family.values());
        boolean passed;
        try (ServerProcess server = ServerProcess.start("1g", SampleHome.FOLDER)) {
            passed = new Soak(server).run(seconds, families);
        }
        System.exit(passed ? 0 : 1);
    }

    private boolean run(int seconds, List<Family> families) throws InterruptedException {
        long each = seconds * 1_000_000_000L / (families.size() + 1);
        new Phase(server.port()).run(List.of(), WARM_UP_NANOS);
        String before = server.state();
        double filesBefore = server.metric(FILES);
        Phase alone = new Phase(server.port());
        alone.run(List.of(), each);
        System.out.printf(
                "%d s, %d attackers, %d readers, %d processors%n",
                seconds, ATTACKERS, READERS, Runtime.getRuntime().availableProcessors());
        System.out.println(
                "| beside | readers' answers | p50 ms | p99 ms | longest ms | p99 / alone | health, longest ms | attackers' answers |");
        row("nobody", alone, alone);
        for (Family family : families) {
            Phase phase = new Phase(server.port());
            phase.run(List.of(family), each);
            row(family.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), phase, alone);
            passed &= phase.isClean() && recovers();
        }
        System.out.printf("before: %s%nafter:  %s%n", before, server.state());
        boolean leaks = !within(IDLE_NANOS, () -> server.metric(FILES) - filesBefore <= 50);
        System.out.printf("passed: %s, files leaked: %s%n", passed, leaks);
        return passed && !leaks;
    }

    private static void row(String name, Phase phase, Phase alone) {
        System.out.printf(
                "| %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %s |%n",
                name,
                phase.reads,
                phase.at(0.5) * 1000,
                phase.at(0.99) * 1000,
                phase.at(1) * 1000,
                phase.at(0.99) / alone.at(0.99),
                Reader.part(phase.health, 1) * 1000,
                phase.attacks);
    }

    /** Whether the server has all its places and memory back soon. */
    private boolean recovers() {
        boolean idle = within(RECOVERY_NANOS, server::isIdle);
        if (!idle) {
            System.out.println("not recovered: queries or memory are still taken");
        }
        return idle;
    }

    private static boolean within(long nanos, BooleanSupplier condition) {
        long end = System.nanoTime() + nanos;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    /** Readers, and attackers beside them, for a time. */
    private static final class Phase {
        private final int port;
        private final Map<String, LongAdder> attacks = new ConcurrentSkipListMap<>();
        private final Map<String, LongAdder> reads = new ConcurrentSkipListMap<>();
        private final Queue<Double> latencies = new ConcurrentLinkedQueue<>();
        private final Queue<Double> health = new ConcurrentLinkedQueue<>();

        Phase(int port) {
            this.port = port;
        }

        void run(List<Family> families, long nanos) throws InterruptedException {
            long end = System.nanoTime() + nanos;
            Stream<Runnable> attackers = families.stream()
                    .flatMap(family -> IntStream.range(0, ATTACKERS)
                            .mapToObj(i -> () -> family.attack(new Wire(port, 2 + i), end, attacks)));
            Stream<Runnable> readers = IntStream.rangeClosed(0, READERS)
                    .mapToObj(i -> i < READERS
                            ? () -> new Reader(new Wire(port, 100 + i), ORDINARY, reads, latencies).readUntil(end)
                            : () -> new Reader(new Wire(port, 100 + i), HEALTH, reads, health).readUntil(end));
            List<Thread> threads =
                    Stream.concat(attackers, readers).map(Thread::new).toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        double at(double part) {
            return Reader.part(latencies, part);
        }

        boolean isClean() {
            boolean readersAnswered = reads.keySet().stream().allMatch(status -> status.equals("200"));
            boolean attackersAnswered = attacks.keySet().stream()
                    .allMatch(status -> status.matches("[1-5][0-9][0-9]") && !status.equals("500"));
            return readersAnswered && attackersAnswered && at(0.99) < LONGEST_P99;
        }
    }
}
