// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;

/**
 * Asks stores the catalogue, and On Record its pages, taking turns. Arguments: folder of a size, number of quads, seed, names of
 * stores, which are folders in it. What was measured before is not measured again.
 */
public final class Benchmark {
    private static final int DRAWS = 3;
    private static final int BLOCKS = 4;
    private static final int AT_ONCE = 4;
    private static final int PAGES = 20;
    /** A store that has used so many milliseconds for a question, or four times as many to warm up, is not asked it again. */
    private static final double ENOUGH = Double.parseDouble(System.getProperty("bench.enough", "1500"));

    private static final String ON_RECORD = "onrecord";

    private final Path raw;
    private final List<Peer> peers;

    private Benchmark(Path raw, List<Peer> peers) {
        this.raw = raw;
        this.peers = peers;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        JenaSystem.init();
        Path folder = Path.of(args[0]);
        long seed = Long.parseLong(args[2]);
        World world = new World(Long.parseLong(args[1]), seed);
        int articles;
        try (Stream<Path> files = Files.list(folder.resolve("home/data/articles"))) {
            articles = (int) files.count();
        }
        List<Peer> peers = new ArrayList<>();
        Benchmark benchmark = new Benchmark(folder.resolve("raw.tsv"), peers);
        // Where the run is interrupted, before a store that is stopped is taken for one that gave up and is started
        // again.
        Thread interrupted = new Thread(() -> {
            peers.forEach(Peer::stop);
            Runtime.getRuntime().halt(130);
        });
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            for (String name : List.of(args).subList(3, args.length)) {
                benchmark.start(folder.resolve(name));
            }
            benchmark.pages(List.of(
                    "/",
                    "/statements",
                    "/statements?known=quoted",
                    "/timeline",
                    "/queries",
                    "/map",
                    "/network",
                    "/dataset",
                    "/search?q=" + world.states.get(0).label(),
                    "/doc/" + world.states.get(0).name(),
                    "/doc/"
                            + world.speaker(new java.util.SplittableRandom(seed))
                                    .name(),
                    "/doc/article/n1",
                    "/doc/statement/n1-01",
                    "/doc/" + world.topics.get(0).name()));
            benchmark.questions(new Questions(world, articles).drawn(seed, DRAWS));
            for (Peer peer : peers) {
                benchmark.line("memory", peer.name, peer.costs());
            }
        } finally {
            peers.forEach(Peer::stop);
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
        new Results(folder).write();
    }

    private void start(Path folder) throws IOException, InterruptedException {
        String name = folder.getFileName().toString();
        try {
            Peer peer = new Peer(folder);
            peers.add(peer);
            line("costs", name, peer.costs());
        } catch (IOException e) {
            line("absent", name, String.valueOf(e.getMessage()));
        }
    }

    private synchronized void line(Object... cells) {
        String line = String.join("\t", Stream.of(cells).map(String::valueOf).toList());
        System.out.println(line);
        try {
            Files.writeString(raw, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> before() throws IOException {
        return Files.exists(raw) ? Files.readAllLines(raw) : List.of();
    }

    private void pages(List<String> paths) throws IOException {
        List<String> done = before();
        for (Peer peer : peers) {
            for (String path : peer.name.equals(ON_RECORD) ? paths : List.<String>of()) {
                boolean failed = done.contains("done\t" + path);
                for (int i = 0; i <= PAGES && !failed; i++) {
                    Peer.Reply reply = peer.page(path);
                    failed = reply.failed();
                    if (i > 0 || failed) {
                        line("page", path, failed ? reply.rows() : millis(reply.millis()));
                    }
                }
                line("done", path);
            }
        }
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.3f", millis);
    }

    private void questions(Map<String, List<String>> questions) throws IOException, InterruptedException {
        List<String> done = before();
        for (Map.Entry<String, List<String>> question : questions.entrySet()) {
            if (!done.contains("done\t" + question.getKey())) {
                for (Peer peer : alone(question.getKey(), question.getValue())) {
                    atOnce(peer, question.getKey(), question.getValue());
                }
                line("done", question.getKey());
            }
        }
    }

    /**
     * One connection: the stores in turn for each drawing, the first block to warm up and to compare the rows. Gives the stores
     * that were quick enough for more.
     */
    private List<Peer> alone(String question, List<String> queries) throws IOException, InterruptedException {
        List<Peer> asked = new ArrayList<>(peers);
        List<Peer> quick = new ArrayList<>();
        Map<String, Double> used = new LinkedHashMap<>();
        for (int block = 0; block <= BLOCKS; block++) {
            for (int draw = 0; draw < queries.size(); draw++) {
                for (Peer peer : List.copyOf(asked)) {
                    Peer.Reply reply = peer.ask(queries.get(draw));
                    used.merge(peer.name, reply.millis(), Double::sum);
                    if (block == 0) {
                        line("rows", peer.name, question, draw, reply.rows());
                    }
                    if (!reply.failed()) {
                        line("one", peer.name, question, draw, block, millis(reply.millis()));
                    } else {
                        line("failed", peer.name, question, draw, reply.rows());
                        asked.remove(peer);
                        peer.recover();
                    }
                }
            }
            if (block == 1) {
                quick.addAll(asked);
            }
            double most = block == 0 ? 4 * ENOUGH : ENOUGH;
            asked.removeIf(peer -> used.getOrDefault(peer.name, 0.0) > most);
            Collections.rotate(asked, 1);
            used.replaceAll((name, millis) -> most > ENOUGH ? 0 : millis);
        }
        return quick;
    }

    /** Four connections that ask one store at once, for at most twice the time that is enough. */
    private void atOnce(Peer peer, String question, List<String> queries) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Peer.Reply> replies = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<List<Peer.Reply>>> clients = IntStream.range(0, AT_ONCE)
                    .mapToObj(client -> threads.submit(() -> client(peer, queries, client, start)))
                    .toList();
            for (Future<List<Peer.Reply>> client : clients) {
                replies.addAll(client.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (replies.stream().anyMatch(Peer.Reply::failed)) {
            line(
                    "failed-at-once",
                    peer.name,
                    question,
                    replies.stream()
                            .filter(Peer.Reply::failed)
                            .findFirst()
                            .map(Peer.Reply::rows)
                            .orElse(""));
            peer.recover();
            return;
        }
        line(
                "four",
                peer.name,
                question,
                millis(replies.size() / seconds),
                String.join(
                        " ",
                        replies.stream().map(reply -> millis(reply.millis())).toList()));
    }

    private static List<Peer.Reply> client(Peer peer, List<String> queries, int client, long start) {
        List<Peer.Reply> replies = new ArrayList<>();
        for (int i = 0; i < BLOCKS * DRAWS && (System.nanoTime() - start) / 1e6 < ENOUGH; i++) {
            replies.add(peer.ask(queries.get((i + client) % queries.size())));
        }
        return replies;
    }
}
