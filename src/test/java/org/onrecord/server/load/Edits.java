// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.onrecord.Url;

/**
 * A command: {@code Edits HOME [SECONDS [HEAP]]}. Serves a home that {@link org.onrecord.bench.GeneratedHome} wrote, with
 * {@code --watch}. Two readers ask for pages and queries, twenty a second each: first alone, for at most two minutes, then while the content of a statement
 * of another article is edited each second. Prints their times, the ratios to the times alone, the seconds from a saved file to
 * an answer that has the edit, and for each tenth of the time the least heap in use. The home is left as it was.
 */
public final class Edits {
    private static final int USUAL_SECONDS = 600;
    private static final int ALONE_SECONDS = 120;
    private static final int READERS = 2;
    private static final int ARTICLES = 20;
    private static final int TENTHS = 10;
    private static final long SECOND = 1_000_000_000L;
    private static final long WARM_UP_NANOS = 60 * SECOND;
    private static final long POLL_NANOS = 20_000_000L;
    private static final long PATIENCE_NANOS = 30 * SECOND;
    private static final Pattern CONTENT =
            Pattern.compile("(?s)<id/(statement/[^>]+)> a rec:Statement.*?rec:content \"([^\"]*)\"");

    private static final List<String> READ = List.of(
            "/",
            "/statements",
            "/doc/statement/n1-01.html",
            "/doc/article/n2.html",
            "/doc/state/s0.html",
            "/search?q=visit",
            "/sparql?query="
                    + Url.encoded("SELECT ?s ?c { ?s <https://w3id.org/onrecord/ontology#content> ?c } LIMIT 20"),
            "/sparql?query=" + Url.encoded("DESCRIBE <https://w3id.org/onrecord/id/statement/n1-01>"));

    private final ServerProcess server;
    private final Path home;
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final Queue<Double> visible = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Double> heap = new ConcurrentSkipListMap<>();

    private Edits(ServerProcess server, Path home) {
        this.server = server;
        this.home = home;
    }

    /** Runs it. */
    public static void main(String[] args) throws InterruptedException {
        Path home = Path.of(args[0]);
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : USUAL_SECONDS;
        try (ServerProcess server = ServerProcess.start(args.length > 2 ? args[2] : "4g", home, "--watch")) {
            new Edits(server, home).run(seconds);
        }
    }

    private void run(int seconds) throws InterruptedException {
        read(WARM_UP_NANOS, false);
        Queue<Double> alone = read(Math.min(seconds, ALONE_SECONDS) * SECOND, false);
        heap.clear();
        Queue<Double> beside = read(seconds * SECOND, true);
        System.out.println("| readers | p50 ms | p99 ms | longest ms |");
        row("alone", alone);
        row("beside an edit a second", beside);
        System.out.printf(
                "ratios: p50 %.1f, p99 %.1f%n",
                Reader.part(beside, 0.5) / Reader.part(alone, 0.5),
                Reader.part(beside, 0.99) / Reader.part(alone, 0.99));
        row("edits, from file to answer", visible);
        System.out.printf(
                "%d edits, answers: %s%nleast heap in use, MiB: %s%n",
                visible.size(),
                answers,
                heap.values().stream().map("%.0f"::formatted).toList());
    }

    private static void row(String name, Queue<Double> times) {
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f |%n",
                name, Reader.part(times, 0.5) * 1000, Reader.part(times, 0.99) * 1000, Reader.part(times, 1) * 1000);
    }

    /** The times of the readers. */
    private Queue<Double> read(long nanos, boolean edited) throws InterruptedException {
        Queue<Double> times = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        Stream<Runnable> readers = IntStream.range(0, READERS)
                .mapToObj(i -> () ->
                        new Reader(new Wire(server.port(), 100 + i), READ, answers, times).readUntil(start + nanos));
        List<Thread> threads = Stream.concat(readers, edited ? Stream.of(() -> edit(start, nanos)) : Stream.of())
                .map(Thread::new)
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return times;
    }

    private void edit(long start, long nanos) {
        Map<Path, String> before = new ConcurrentSkipListMap<>();
        try {
            for (int number = 1; System.nanoTime() < start + nanos; number++) {
                long next = System.nanoTime() + SECOND;
                Path file = home.resolve("data/articles/n" + (1 + number % ARTICLES) + ".ttl");
                before.putIfAbsent(file, Files.readString(file));
                edit(file, before.getOrDefault(file, ""), number);
                double used = server.metric("onrecord_heap_used_bytes") / (1 << 20);
                long tenth = TENTHS * (System.nanoTime() - start) / nanos;
                heap.merge((int) Math.min(TENTHS - 1, tenth), used, Math::min);
                LockSupport.parkNanos(next - System.nanoTime());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            before.forEach(Edits::restore);
        }
    }

    private static void restore(Path file, String text) {
        try {
            replace(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void edit(Path file, String text, int number) throws IOException {
        Matcher content = CONTENT.matcher(text);
        if (!content.find()) {
            throw new IllegalStateException(file + " has no statement");
        }
        String edited = content.group(2) + " Edit " + number + ".";
        replace(file, text.substring(0, content.start(2)) + edited + text.substring(content.end(2)));
        long start = System.nanoTime();
        String query = "ASK { <https://w3id.org/onrecord/id/" + content.group(1)
                + "> <https://w3id.org/onrecord/ontology#content> \"" + edited + "\"@en }";
        while (!server.ask(query)) {
            if (System.nanoTime() > start + PATIENCE_NANOS) {
                throw new IllegalStateException("edit " + number + " is not visible");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        visible.add((System.nanoTime() - start) / 1e9);
    }

    private static void replace(Path file, String text) throws IOException {
        Path written = Files.writeString(file.resolveSibling("." + file.getFileName() + "~"), text);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
