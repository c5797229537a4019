// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.onrecord.Url;
import org.onrecord.operation.Nginx;

/**
 * Requests a second that one, two and three replicas answer behind the guide's nginx, each with a fixed part of a core.
 * Arguments: an empty folder, the part, and the number of rounds. Needs root; see {@code .ci/replicas/run}.
 */
public final class Throughput implements AutoCloseable {
    private static final int REPLICAS = 3;
    private static final int READERS = 9;
    private static final Duration WARM = Duration.ofSeconds(90);
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    private static final String QUERY = """
            PREFIX rec: <https://w3id.org/onrecord/ontology#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT ?who ?what ?through ?topic WHERE {
              ?s rec:about/skos:prefLabel ?topic ; rec:speaker/skos:prefLabel ?who ; rec:content ?what .
              OPTIONAL { ?s rec:via/skos:prefLabel ?through }
              FILTER (STRLEN(?what) != %d)
            } ORDER BY ?what ?who ?topic LIMIT 20""";

    private final Path folder;
    private final Network network = new Network();
    private final List<Node> nodes = new ArrayList<>();
    private final List<CpuShare> shares = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    private Throughput(Path folder) throws IOException {
        this.folder = folder;
    }

    /** What readers ask for. */
    private enum Kind {
        /** A query that no reader asked before. */
        QUESTION,
        /** The page of a statement. */
        PAGE,
        /** A query whose answer is known. */
        KNOWN_ANSWER;

        String path(int number) {
            return switch (this) {
                case QUESTION -> "/sparql?query=" + Url.encoded(QUERY.formatted(100_000 + number));
                case PAGE -> "/doc/statement/a-%02d".formatted(1 + number % 49);
                case KNOWN_ANSWER -> "/sparql?query=" + Url.encoded(QUERY.formatted(0));
            };
        }
    }

    /** Measures, and prints requests a second and their ratio to one replica in the same round. */
    public static void main(String[] args) throws Exception {
        try (Throughput trial = new Throughput(Path.of(args[0]).toAbsolutePath())) {
            trial.start();
            trial.share(0);
            trial.rates(REPLICAS, Kind.values(), WARM);
            trial.share(Double.parseDouble(args[1]));
            trial.measure(Integer.parseInt(args[2]));
        }
    }

    private void start() throws IOException, InterruptedException {
        share("rest", ProcessHandle.current().pid());
        String origin = add("o", List.of());
        for (int i = 1; i <= REPLICAS; i++) {
            String url = add("r" + i, List.of("--follow", origin, "--behind-proxy", "--queries-per-client", "100"));
            addresses.add(URI.create(url).getAuthority());
        }
    }

    /** Starts a server and waits until it answers. */
    private String add(String name, List<String> options) throws IOException, InterruptedException {
        String address = network.add(name);
        Node node = Node.server(name, folder.resolve(name), address, options);
        nodes.add(node);
        node.start();
        share(name, node.pid());
        new Reader(name, Node.url(address)).awaitAnswer(Duration.ofMinutes(2));
        return Node.url(address);
    }

    private void share(String name, long process) throws IOException {
        CpuShare share = new CpuShare(name);
        shares.add(share);
        share.add(process);
    }

    private List<CpuShare> replicas() {
        return shares.subList(2, shares.size());
    }

    /** Gives each replica a part of a core; 0 for all. */
    private void share(double cores) throws IOException {
        for (CpuShare share : replicas()) {
            share.set(cores);
        }
    }

    private void measure(int rounds) throws Exception {
        Map<Kind, double[][]> rates = new EnumMap<>(Kind.class);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < REPLICAS; i++) {
                int replicas = 1 + (round + i) % REPLICAS;
                for (Kind kind : Kind.values()) {
                    rates.computeIfAbsent(kind, measured -> new double[REPLICAS][rounds])[replicas - 1][round] =
                            rates(replicas, new Kind[] {kind}, MEASURED);
                }
            }
        }
        System.out.println("| | replicas | requests a second | ratio to one replica |\n|---|---|---|---|");
        rates.forEach((kind, found) -> {
            for (int replicas = 1; replicas <= REPLICAS; replicas++) {
                double[] many = found[replicas - 1];
                double[] ratios = IntStream.range(0, rounds)
                        .mapToDouble(i -> many[i] / found[0][i])
                        .toArray();
                System.out.printf(
                        "| %s | %d | %s | %s |%n", kind, replicas, spread(many, "%.0f"), spread(ratios, "%.2f"));
            }
        });
        System.out.println(failures + " requests failed");
    }

    /** Median, least and most. */
    private static String spread(double[] values, String format) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (format + " (" + format + "-" + format + ")")
                .formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /** Answers a second from some replicas behind an nginx of their own. */
    private double rates(int replicas, Kind[] kinds, Duration time) throws Exception {
        Path own = Files.createTempDirectory(folder, "nginx");
        String example = Nginx.inFrontOf(addresses.subList(0, replicas)).replaceAll("(?m)^ *limit_.*$", "");
        try (Nginx nginx = Nginx.start(own, example)) {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(nginx.trust())
                    .build();
            AtomicInteger answers = new AtomicInteger();
            long begin = System.nanoTime() + SETTLE.toNanos();
            long end = begin + time.toNanos();
            double[] before = new double[1];
            List<CompletableFuture<Void>> readers = IntStream.range(0, READERS)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> read(client, nginx, kinds, new long[] {begin, end}, answers),
                            task -> new Thread(task).start()))
                    .toList();
            Thread.sleep(SETTLE.toMillis());
            before[0] = used();
            readers.forEach(CompletableFuture::join);
            System.out.printf(
                    "%s with %d: %.1f a second, replicas used %.2f cores%n",
                    Arrays.toString(kinds),
                    replicas,
                    1e9 * answers.get() / time.toNanos(),
                    1e9 * (used() - before[0]) / time.toNanos());
            return 1e9 * answers.get() / time.toNanos();
        }
    }

    private double used() throws IOException {
        double sum = 0;
        for (CpuShare share : replicas()) {
            sum += share.used();
        }
        return sum;
    }

    private void read(HttpClient client, Nginx nginx, Kind[] kinds, long[] span, AtomicInteger answers) {
        while (System.nanoTime() < span[1]) {
            int number = next.getAndIncrement();
            URI uri = URI.create(nginx.url(kinds[number % kinds.length].path(number)));
            try {
                int status = client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                long now = System.nanoTime();
                if (status != 200) {
                    failures.incrementAndGet();
                } else if (now >= span[0] && now < span[1]) {
                    answers.incrementAndGet();
                }
            } catch (IOException e) {
                failures.incrementAndGet();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Node node : nodes) {
            node.close();
        }
        for (CpuShare share : shares) {
            share.close();
        }
        network.close();
    }
}
