// SPDX-License-Identifier: Apache-2.0
package org.onrecord.replica.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SampleHome;
import org.onrecord.cli.Serving;

/** The jar as an origin and two replicas with a broker between them; each is killed once. The long trial: .ci/replicas/run. */
@Timeout(300)
class ReplicasIT {
    private static final String QUERY =
            "SELECT ?s ?text { ?s <https://w3id.org/onrecord/ontology#content> ?text } ORDER BY ?s";

    @TempDir
    private Path folder;

    @Test
    void haveWhatTheOriginHasAfterEachWasKilled() throws Exception {
        SampleHome.copy(folder.resolve("home"));
        try (KafkaBroker broker = new KafkaBroker(Files.createDirectory(folder.resolve("broker")))) {
            String topic = broker.topic("releases", 1);
            Serving origin = origin(topic);
            String bootstrap = origin.url();
            CompletableFuture<Serving> starting = async(() -> replica("first", topic, bootstrap));
            Serving second = replica("second", topic, bootstrap);
            Serving first = starting.join();
            try {
                edit(origin, "one ");
                awaitSame(origin, first, second);
                first.close();
                broker.kill();
                edit(origin, "two ");
                starting = async(() -> replica("first", topic, bootstrap));
                broker.start();
                first = starting.join();
                awaitSame(origin, first, second);
                origin.close();
                SampleHome.edit(folder.resolve("home"), "v", "three ");
                origin = origin(topic);
                awaitSame(origin, first, second);
                edit(origin, "four ");
                String release = release(origin);
                assertThat(releaseAtLeast(second, release)).isEqualTo(release);
                awaitSame(origin, first, second);
                String expected = origin.get(QUERY, "text/csv").body();
                assertThat(expected).contains("four three two one ");
                assertThat(first.get(QUERY, "text/csv").body()).isEqualTo(expected);
                assertThat(second.get(QUERY, "text/csv").body()).isEqualTo(expected);
            } finally {
                Stream.of(origin, first, second).forEach(Serving::close);
            }
        }
    }

    private static CompletableFuture<Serving> async(Callable<Serving> start) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return start.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Serving origin(String topic) throws IOException {
        return Serving.start(
                folder,
                "--home",
                folder.resolve("home"),
                "--watch",
                "--store",
                folder.resolve("o"),
                "--publish",
                topic);
    }

    private Serving replica(String name, String topic, String bootstrap) throws IOException {
        return Serving.start(folder, "--follow", topic, "--bootstrap", bootstrap, "--store", folder.resolve(name));
    }

    private void edit(Serving origin, String text) throws Exception {
        String before = release(origin);
        SampleHome.edit(folder.resolve("home"), "v", text);
        await(() -> !release(origin).equals(before));
    }

    private static String release(Serving server) throws IOException, InterruptedException {
        return Serving.send(server.request("health/live"))
                .headers()
                .firstValue("Onrecord-Release")
                .orElse("");
    }

    /** The release of an answer that must not be older than another; 503 is asked again, as clients do. */
    private static String releaseAtLeast(Serving server, String release) throws Exception {
        List<String> seen = new ArrayList<>();
        await(() -> {
            HttpResponse<String> answer =
                    Serving.send(server.request("health/live").header("Onrecord-At-Least", release));
            seen.add(answer.headers().firstValue("Onrecord-Release").orElse(""));
            return answer.statusCode() == 200;
        });
        return seen.get(seen.size() - 1);
    }

    private static void awaitSame(Serving... servers) throws Exception {
        await(() -> {
            Set<String> releases = Stream.of(servers)
                    .map(server -> {
                        try {
                            return release(server);
                        } catch (IOException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .collect(Collectors.toSet());
            return releases.size() == 1;
        });
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + 90_000_000_000L;
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited 90 s").isLessThan(end);
            Thread.sleep(200);
        }
    }
}
