// SPDX-License-Identifier: Apache-2.0
package org.onrecord.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.Eventually;
import org.onrecord.SampleHome;
import org.onrecord.Url;
import org.onrecord.cli.Serving;

/** Two replicas behind nginx, configured with exactly what the guides say; one is killed while readers read. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasBehindProxyIT {
    private static final int READERS = 4;
    private static final int READINGS = 100;
    private static final String QUERY =
            "SELECT ?s ?text { ?s <https://w3id.org/onrecord/ontology#content> ?text } ORDER BY ?s LIMIT ";

    @TempDir
    private static Path folder;

    private static Serving origin;
    private static List<Serving> replicas;
    private static Nginx nginx;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        Needed.program("nginx", "nginx-light");
        origin = Serving.start(folder, "--watch", "--home", SampleHome.copy(folder.resolve("home")));
        replicas =
                IntStream.range(0, 2)
                        .mapToObj(i -> CompletableFuture.supplyAsync(ReplicasBehindProxyIT::replica))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        nginx = Nginx.start(
                folder,
                Nginx.inFrontOf(replicas.stream()
                        .map(replica -> "127.0.0.1:" + replica.port())
                        .toList()));
        client = HttpClient.newBuilder().sslContext(nginx.trust()).build();
    }

    private static Serving replica() {
        try {
            return Serving.start(
                    folder, "--follow", origin.url(), "--behind-proxy", "--public-url", "https://onrecord.example");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
        if (replicas != null) {
            replicas.forEach(Serving::close);
        }
        if (origin != null) {
            origin.close();
        }
    }

    @Test
    @Order(1)
    void tellOneTagForOneAnswer() throws Exception {
        String path = "sparql?query=" + Url.encoded(QUERY + 3);
        String tag = Serving.send(replicas.get(0).request(path))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(Serving.send(replicas.get(1).request(path).header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        for (int i = 0; i < replicas.size(); i++) {
            assertThat(read(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
    }

    @Test
    @Order(1)
    void showAReleaseToAReaderWhoAsksForIt() throws Exception {
        String before = release(origin);
        SampleHome.edit(folder.resolve("home"), "v", "changed ");
        Eventually.holds("the next release", () -> !release(origin).equals(before));
        String release = release(origin);
        for (int i = 0; i < replicas.size(); i++) {
            Eventually.holds(
                    "a release at least as new",
                    () -> release(read("health/live", "Onrecord-At-Least", release))
                            .equals(release));
        }
    }

    @Test
    @Order(2)
    void answerWhileOneOfThemIsKilled() {
        List<CompletableFuture<List<String>>> readers = IntStream.range(0, READERS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> readings(i)))
                .toList();
        replicas.get(0).close();
        List<String> failures =
                readers.stream().flatMap(reader -> reader.join().stream()).toList();
        // An answer that was being sent is cut off, one for each reader at most.
        assertThat(failures)
                .hasSizeLessThanOrEqualTo(READERS)
                .allSatisfy(failure -> assertThat(failure).startsWith("cut off"));
    }

    /** What did not go well in many readings, each of another answer. */
    private static List<String> readings(int reader) {
        List<String> failures = new ArrayList<>();
        for (int i = 1; i <= READINGS; i++) {
            try {
                HttpResponse<String> answer =
                        send(request("sparql?query=" + Url.encoded(QUERY + (reader * READINGS + i))));
                if (answer.statusCode() != 200) {
                    failures.add(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                failures.add("cut off: " + e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return failures;
    }

    @Test
    @Order(3)
    void answerPostedQueriesAfterwards() throws Exception {
        HttpRequest.Builder posted = request("sparql", "Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString("ASK { ?s ?p ?o }"));
        assertThat(send(posted).body()).contains("true");
    }

    private static String release(Serving server) {
        try {
            return release(Serving.send(server.request("health/live")));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String release(HttpResponse<String> answer) {
        return answer.headers().firstValue("Onrecord-Release").orElse("");
    }

    private static HttpResponse<String> read(String path, String... headers) {
        try {
            return send(request(path, headers));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(nginx.url("/" + path))).timeout(Duration.ofSeconds(60));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
