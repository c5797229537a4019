// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.onrecord.SampleHome;
import org.onrecord.release.chain.ChainRecord;

/**
 * What followers cost the server that they follow: up to 100 clients ask one origin for its changes as replicas do, while it
 * publishes a release every five seconds. Argument: an empty folder. Needs root; see {@code .ci/replicas/run}.
 */
public final class Polling implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(400);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private final Path folder;
    private final Network network = new Network();
    private final CpuShare share = new CpuShare("o");
    private final String url;
    private final Node origin;

    private Polling(Path folder) throws IOException {
        this.folder = folder;
        SampleHome.copy(folder.resolve("home"));
        String address = network.add("o");
        url = Node.url(address);
        origin = Node.server(
                "o",
                folder.resolve("o"),
                address,
                List.of("--watch", "--home", folder.resolve("home").toString()));
    }

    /** Measures, and prints a row for each number of clients. */
    public static void main(String[] args) throws Exception {
        try (Polling trial = new Polling(Path.of(args[0]).toAbsolutePath())) {
            trial.origin.start();
            trial.share.add(trial.origin.pid());
            new Reader("o", trial.url).awaitAnswer(Duration.ofMinutes(2));
            trial.measure(100, false);
            System.out.println(
                    "| clients | releases | polls a second | KB a second | cores | ms p50 | ms p95 | lag p50 | p95 |");
            for (boolean publishing : new boolean[] {false, true}) {
                for (int clients : new int[] {1, 10, 100}) {
                    System.out.println(trial.measure(clients, publishing));
                }
            }
        }
    }

    /** A client: asks, and keeps the times of answers and the ages of records, in milliseconds. */
    private final class Client extends Thread {
        private final HttpClient http = HttpClient.newHttpClient();
        private final List<Long> times = Collections.synchronizedList(new ArrayList<>());
        private final List<Long> ages = Collections.synchronizedList(new ArrayList<>());
        private final AtomicBoolean over = new AtomicBoolean();

        @Override
        public void run() {
            try {
                String release = new Reader("o", url).release();
                String tag = "\"none\"";
                while (!over.get()) {
                    long start = System.nanoTime();
                    HttpResponse<String> answer = http.send(
                            HttpRequest.newBuilder(URI.create(url + "changes?since=" + release))
                                    .header("If-None-Match", tag)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
                    times.add((System.nanoTime() - start) / 1_000_000);
                    tag = answer.headers().firstValue("ETag").orElse(tag);
                    List<ChainRecord> records = ChainRecord.parseAll(answer.body());
                    for (ChainRecord record : records) {
                        ages.add(Duration.between(record.time(), Instant.now()).toMillis());
                        release = record.position().release();
                    }
                    Thread.sleep(records.isEmpty() ? PERIOD.toMillis() : 0);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private String measure(int clients, boolean publishing) throws Exception {
        List<Client> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            all.add(new Client());
            all.get(i).start();
            Thread.sleep(PERIOD.toMillis() / clients + 1);
        }
        double used = share.used();
        long sent = network.sent("o");
        long start = System.nanoTime();
        long polls = all.stream().mapToLong(client -> client.times.size()).sum();
        while (System.nanoTime() < start + MEASURED.toNanos()) {
            if (publishing) {
                SampleHome.edit(folder.resolve("home"), "v", "x");
            }
            Thread.sleep(5000);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        polls = all.stream().mapToLong(client -> client.times.size()).sum() - polls;
        String row = "| %d | %s | %.0f | %.1f | %.3f |"
                .formatted(
                        clients,
                        publishing ? "one in 5 s" : "none",
                        polls / seconds,
                        (network.sent("o") - sent) / seconds / 1000,
                        (share.used() - used) / seconds);
        for (Client client : all) {
            client.over.set(true);
            client.join();
        }
        return row
                + quantiles(all.stream()
                        .flatMap(client -> client.times.stream())
                        .sorted()
                        .toList())
                + quantiles(all.stream()
                        .flatMap(client -> client.ages.stream())
                        .sorted()
                        .toList());
    }

    private static String quantiles(List<Long> sorted) {
        return sorted.isEmpty()
                ? " | |"
                : " %d | %d |".formatted(sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100));
    }

    @Override
    public void close() throws IOException {
        origin.close();
        share.close();
        network.close();
    }
}
