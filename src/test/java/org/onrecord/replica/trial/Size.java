// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.CopiedFolder;
import org.onrecord.SampleHome;

/**
 * What a home costs its origin and a replica: start, memory, dumps, and a release that changes one article. Arguments: an empty
 * folder, and a home of {@code GeneratedHome}. Needs root; see {@code .ci/replicas/run}.
 */
public final class Size implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(20);
    private static final int EDITS = 5;
    private static final String ARTICLE = "n1";

    private final Network network = new Network();
    private final List<Node> nodes = new ArrayList<>();
    private final List<CpuShare> shares = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();

    private Size() throws IOException {}

    /** Measures, and prints. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).toAbsolutePath();
        Path home = CopiedFolder.copy(Path.of(args[1]), folder.resolve("home"));
        try (Size trial = new Size()) {
            String origin = trial.start("o", folder, List.of("--watch", "--home", home.toString()));
            trial.dump(origin);
            trial.start("r", folder, List.of("--follow", origin));
            for (int i = 0; i < EDITS; i++) {
                trial.release(home);
            }
        }
    }

    private String start(String name, Path folder, List<String> options) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String address = network.add(name);
        Node node = Node.server(name, folder.resolve(name), address, options);
        CpuShare share = new CpuShare(name);
        nodes.add(node);
        shares.add(share);
        node.start();
        share.add(node.pid());
        Reader reader = new Reader(name, Node.url(address));
        readers.add(reader);
        reader.awaitAnswer(START);
        System.out.printf(
                "%s: first answer after %.1f s and %.1f s of CPU; live objects %s%n",
                name, (System.nanoTime() - begin) / 1e9, share.used(), live(node));
        return Node.url(address);
    }

    /** What is in the heap after a collection: "Total", objects, bytes. */
    private static String live(Node node) throws IOException {
        Process process = new ProcessBuilder("jcmd", Long.toString(node.pid()), "GC.class_histogram").start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text.strip().replaceAll("(?s).*\n", "");
    }

    private void dump(String origin) throws IOException, InterruptedException {
        double used = shares.get(0).used();
        long begin = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "dumps/onrecord.nq.gz"))
                .build();
        HttpResponse<byte[]> dump;
        do {
            Thread.sleep(500);
            dump = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } while (dump.statusCode() == 503);
        System.out.printf(
                "dump: status %d, %d bytes after %.1f s and %.1f s of CPU%n",
                dump.statusCode(),
                dump.body().length,
                (System.nanoTime() - begin) / 1e9,
                shares.get(0).used() - used);
    }

    /** Changes an article, and waits until both have the release. */
    private void release(Path home) throws IOException, InterruptedException {
        String before = readers.get(0).release();
        double[] used = {shares.get(0).used(), shares.get(1).used()};
        long sent = network.sent("o");
        long begin = System.nanoTime();
        SampleHome.edit(home, article(home), "changed ");
        double[] seconds = new double[2];
        for (int i = 0; i < 2; i++) {
            while (readers.get(i).release().equals(before)
                    || readers.get(i).release().isEmpty()) {
                Thread.sleep(20);
            }
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        Thread.sleep(3000);
        System.out.printf(
                "release: origin after %.2f s, %.2f s of CPU; replica %.2f s later, %.2f s of CPU; %d bytes sent%n",
                seconds[0],
                shares.get(0).used() - used[0],
                seconds[1] - seconds[0],
                shares.get(1).used() - used[1],
                network.sent("o") - sent);
    }

    private static String article(Path home) {
        return Files.exists(home.resolve("data/articles/" + ARTICLE + ".ttl")) ? ARTICLE : "v";
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
