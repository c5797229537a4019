// SPDX-License-Identifier: Apache-2.0
package org.onrecord.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.jena.sparql.resultset.ResultSetException;
import org.onrecord.stores.TableOfRows;

/** A store in a folder that has the script {@code serve.sh} and the files {@code address} and {@code load}, the seconds. */
final class Peer {
    /** How long a query may take. */
    static final Duration LIMIT = Duration.ofSeconds(Long.getLong("bench.limit", 10));

    private static final Duration START = Duration.ofSeconds(Long.getLong("bench.start", 1_800));
    private static final AtomicLong QUERIES = new AtomicLong();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final String name;
    private final Path folder;
    private final URI address;
    private Process process;
    private final double startSeconds;

    /** Starts the store and waits until it answers. */
    Peer(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        name = folder.getFileName().toString();
        address = URI.create(Files.readString(folder.resolve("address")).strip());
        long start = System.nanoTime();
        process = start();
        startSeconds = (System.nanoTime() - start) / 1e9;
    }

    /**
     * An answer.
     *
     * @param millis until its last byte; negative if there was none in time
     * @param body what came, or the reason why nothing did
     */
    record Reply(double millis, String body) {
        boolean failed() {
            return millis < 0;
        }

        /** The number of rows, and a digest of the rows in order of their text; or why there are none. */
        String rows() {
            if (failed()) {
                return body.replaceAll("\\s+", " ");
            }
            try {
                List<String> lines = TableOfRows.answered(body.getBytes(StandardCharsets.UTF_8))
                        .lines();
                byte[] sorted =
                        String.join("\n", lines.stream().sorted().toList()).getBytes(StandardCharsets.UTF_8);
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(sorted);
                return lines.size() + " rows " + HexFormat.of().formatHex(digest, 0, 8);
            } catch (NoSuchAlgorithmException | ResultSetException e) {
                return "broken answer";
            }
        }
    }

    private Process start() throws IOException, InterruptedException {
        process = new ProcessBuilder("bash", "-c", "exec ./serve.sh")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("serve.log").toFile())
                .start();
        if (!waits(START)) {
            stop();
            throw new IOException(name + " does not answer; see " + folder.resolve("serve.log"));
        }
        return process;
    }

    /** Waits until the store answers. */
    private boolean waits(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            if (!ask("SELECT * { ?s ?p ?o } LIMIT 1").failed()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return false;
    }

    /** After a query that was given up: some stores go on with it. */
    void recover() throws IOException, InterruptedException {
        if (!waits(Duration.ofSeconds(3))) {
            stop();
            start();
        }
    }

    void stop() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Asks a query with a prefix of its own, so that no store has its answer in memory: On Record ignores comments. */
    Reply ask(String query) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/sparql-results+json")
                .POST(HttpRequest.BodyPublishers.ofString("query="
                        + URLEncoder.encode(
                                "PREFIX bench%d: <urn:bench>\n".formatted(QUERIES.incrementAndGet()) + query,
                                StandardCharsets.UTF_8))));
    }

    Reply page(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html"));
    }

    private static Reply send(HttpRequest.Builder request) {
        long start = System.nanoTime();
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.timeout(LIMIT.plusSeconds(2)).build(), HttpResponse.BodyHandlers.ofString());
            double millis = (System.nanoTime() - start) / 1e6;
            // Virtuoso gives the rows that it found in time, and says so in a header.
            boolean whole = response.statusCode() == 200
                    && response.headers().firstValue("X-SQL-State").isEmpty();
            String why = millis > LIMIT.toMillis() * 0.9 ? "timeout" : "status " + response.statusCode();
            return whole && millis <= LIMIT.toMillis() ? new Reply(millis, response.body()) : new Reply(-1, why);
        } catch (IOException e) {
            String why = (System.nanoTime() - start) / 1e9 > LIMIT.toSeconds() * 0.9 ? "timeout" : "broken off";
            return new Reply(-1, why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(-1, "interrupted");
        }
    }

    /** Loading and the first start in seconds, disk and resident memory in MB, as cells of a table. */
    String costs() throws IOException {
        double load =
                Double.parseDouble(Files.readString(folder.resolve("load")).strip()) + startSeconds;
        long memory = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(Peer::resident)
                .sum();
        try (Stream<Path> files = Files.walk(folder)) {
            long disk = files.filter(file -> !Files.isSymbolicLink(file) && Files.isRegularFile(file))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            return "%.1f\t%d\t%d".formatted(load, disk >> 20, memory >> 10);
        }
    }

    private static long resident(ProcessHandle handle) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + handle.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
