// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onrecord.SampleHome;

/**
 * Faults of a system of an origin, three Kafka brokers and three replicas, each in a network namespace with a small disk, on
 * one machine: processes are killed, links cut, disks filled, records duplicated, reordered and corrupted, while the origin
 * publishes and readers read. Arguments: an empty folder, the number of faults, and a seed. Needs root; see
 * {@code .ci/replicas/run}.
 */
public final class Trial implements AutoCloseable {
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final Duration RECOVERY = Duration.ofMinutes(4);
    private static final Pattern CONTENT = Pattern.compile("rec:content \"(M\\d+ )?");

    private final Path folder;
    private final Random random;
    private final Network network = new Network();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();
    private final Set<Node> held = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicBoolean editing = new AtomicBoolean(true);

    private Trial(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** Runs the trial; exit 1 if anything was lost or mixed. */
    public static void main(String[] args) throws Exception {
        boolean passed;
        try (Trial trial = new Trial(Path.of(args[0]).toAbsolutePath(), Long.parseLong(args[2]))) {
            passed = trial.run(Integer.parseInt(args[1]));
        }
        System.exit(passed ? 0 : 1);
    }

    private boolean run(int faults) throws Exception {
        Brokers brokers = new Brokers(folder, network);
        nodes.addAll(brokers.nodes());
        SampleHome.copy(folder.resolve("home"));
        servers(brokers.topic());
        for (Node node : nodes.subList(brokers.nodes().size(), nodes.size())) {
            node.start();
            readers.get(
                            readers.size() == 0
                                    ? 0
                                    : nodes.indexOf(node) - brokers.nodes().size())
                    .awaitAnswer(Duration.ofMinutes(2));
        }
        thread("edit", this::edit);
        thread("supervise", this::supervise);
        readers.forEach(reader -> thread("read", () -> reader.run(over)));
        Thread.sleep(QUIET.toMillis());
        long quiet = System.nanoTime();
        System.out.println("lag without faults: " + Reader.lag(readers, 0, quiet));
        Faults work = new Faults(nodes, brokers, network, held, random);
        for (int fault = 1; fault <= faults; fault++) {
            System.out.println(fault + " " + work.next());
        }
        work.end();
        editing.set(false);
        boolean same = settle();
        over.set(true);
        readers.forEach(Reader::report);
        List<String> mixed = Reader.mixed(readers);
        mixed.forEach(System.out::println);
        System.out.printf(
                "%d faults: %s; %d mixed answers%n",
                faults,
                same ? "all replicas have the last release" : "NOT all replicas have the last release",
                mixed.size());
        return same && mixed.isEmpty();
    }

    private void servers(String topic) throws IOException {
        for (String name : List.of("o", "r1", "r2", "r3")) {
            String address = network.add(name);
            Path own = folder.resolve(name);
            List<String> options =
                    new ArrayList<>(List.of("--store", Node.disk(own).toString()));
            String origin = readers.isEmpty() ? "" : readers.get(0).url();
            options.addAll(
                    name.equals("o")
                            ? List.of("--home", folder.resolve("home").toString(), "--watch", "--publish", topic)
                            : List.of("--follow", topic, "--bootstrap", origin));
            nodes.add(Node.server(name, own, address, options));
            readers.add(new Reader(name, Node.url(address)));
        }
    }

    private static void thread(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    /** Gives two statements of an article the next number, every few seconds. */
    private void edit() throws IOException, InterruptedException {
        Path file = folder.resolve("home/data/articles/v.ttl");
        for (int number = 1; editing.get(); number++) {
            Matcher contents = CONTENT.matcher(Files.readString(file));
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 2 && contents.find(); i++) {
                contents.appendReplacement(text, "rec:content \"M" + number + " ");
            }
            contents.appendTail(text);
            Path next = Files.writeString(folder.resolve("next"), text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Thread.sleep(3000);
        }
    }

    /** Starts processes again that ended, as a service manager does. */
    private void supervise() throws IOException, InterruptedException {
        while (!over.get()) {
            Thread.sleep(1000);
            for (Node node : nodes) {
                if (!node.isRunning() && !held.contains(node)) {
                    node.start();
                }
            }
        }
    }

    /** Waits until all replicas have the release of the origin. */
    private boolean settle() throws InterruptedException {
        long end = System.nanoTime() + RECOVERY.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(2000);
            Set<String> releases = readers.stream().map(Reader::release).collect(Collectors.toSet());
            if (releases.size() == 1 && !releases.contains("")) {
                System.out.println("all at release " + releases);
                return true;
            }
        }
        readers.forEach(reader -> System.out.println(reader.url() + " " + reader.release()));
        return false;
    }

    @Override
    public void close() throws IOException {
        over.set(true);
        held.addAll(nodes);
        for (Node node : nodes) {
            node.close();
        }
        network.close();
    }
}
