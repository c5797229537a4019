// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onrecord.Eventually;
import org.onrecord.guard.Guard;
import org.onrecord.guard.Outcome;
import org.onrecord.guard.Refusal;

/** What an operator relies on. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OperationTest {
    @Test
    void tellsItsHealthAndItsNumbers() {
        try (ReadServer server = Fixture.start()) {
            Client client = new Client(server);
            assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(client.get("/health/ready").body()).contains("\"ready\"");
            client.query("SELECT * { ?s ?p ?o } LIMIT 3");
            client.query("SELECT * { SERVICE <urn:x> {} }");
            String numbers = Eventually.found(
                    "both queries are counted",
                    () -> Optional.of(client.get("/metrics").body())
                            .filter(text ->
                                    text.contains("onrecord_rows_total 3") && text.contains("refused-feature")));
            assertThat(numbers)
                    .contains(
                            "onrecord_requests_total{route=\"sparql\",status=\"200\"} 1",
                            "onrecord_requests_total{route=\"sparql\",status=\"422\"} 1",
                            "onrecord_problems_total{type=\"refused-feature\"} 1",
                            "onrecord_request_duration_seconds_bucket{route=\"sparql\",le=\"+Inf\"} 2",
                            "# TYPE onrecord_queries_stuck gauge");
        }
    }

    @Test
    void writesALineForEachRequestWithTheIdOfItsAnswer() {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (ReadServer server =
                ReadServer.start(Fixture.release(), Fixture.options().with(Journal.SILENT, new Journal(lines::add)))) {
            HttpResponse<String> answer = new Client(server).query("ASK {}");
            String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
            Eventually.holds("a line is written", () -> !lines.isEmpty());
            assertThat(lines)
                    .singleElement(InstanceOfAssertFactories.STRING)
                    .contains("\"id\":\"" + id + "\"", "\"status\":200")
                    .doesNotContain("ASK");
        }
    }

    @Test
    void answersThoughNobodyReadsItsJournal() throws IOException {
        PipedOutputStream unread = new PipedOutputStream(new PipedInputStream(16));
        QueuedLines queue = new QueuedLines(new PrintWriter(unread, true, StandardCharsets.UTF_8));
        for (int i = 0; i < 5000; i++) {
            queue.accept("a line that does not fit into the pipe");
        }
        assertThat(queue.dropped()).isPositive();
        try (ReadServer server =
                ReadServer.start(Fixture.release(), Fixture.options().with(Journal.SILENT, new Journal(queue)))) {
            assertThat(new Client(server).query("ASK {}").statusCode()).isEqualTo(200);
            assertThat(new Client(server).get("/metrics").body()).contains("onrecord_journal_dropped_lines");
        }
    }

    @Test
    void letsAnswersFinishWhenItStops() {
        ReadServer server = Fixture.start();
        Client client = new Client(server);
        String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> client.query(endless));
        Eventually.holds(
                "the query runs", () -> client.get("/metrics").body().contains("onrecord_queries_running 1.0"));
        server.close();
        assertThat(answer.join().body()).contains("/problems/time-limit");
    }

    @Test
    void failsLoudlyWhenThePortIsTaken() {
        try (ReadServer server = Fixture.start()) {
            ServerOptions same = ServerOptions.at(new Address("127.0.0.1", server.port()));
            assertThatThrownBy(() -> ReadServer.start(Fixture.release(), same))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void answersAtTheLimitWhateverAThreadDoesAndCountsIt() {
        CountDownLatch end = new CountDownLatch(1);
        try (Guard guard = new Guard(Fixture.LIMITS)) {
            Outcome<Boolean> outcome = guard.run("client", Duration.ofMillis(100), budget -> deaf(end));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.TIME));
            assertThat(guard.running()).as("its place is free again").isZero();
            assertThat(guard.stuck())
                    .as("the server's limit counts, not the request's")
                    .isZero();
            Eventually.holds("the thread counts as stuck", () -> guard.stuck() == 1);
            end.countDown();
            Eventually.holds("the thread has ended", () -> guard.stuck() == 0);
        }
    }

    @Test
    void letsAClientHaveOnlySoManyQueries() {
        CountDownLatch end = new CountDownLatch(1);
        try (Guard guard = new Guard(new org.onrecord.guard.Limits(Duration.ofSeconds(5), 1, 1, 1, 2, 1, 1))) {
            var first = CompletableFuture.supplyAsync(() -> guard.run("a", Duration.ofSeconds(5), budget -> deaf(end)));
            Eventually.holds("the first runs", () -> guard.running() == 1);
            assertThat(refusal(guard, "a")).isEqualTo(Refusal.Kind.CLIENT);
            var second =
                    CompletableFuture.supplyAsync(() -> guard.run("b", Duration.ofSeconds(5), budget -> deaf(end)));
            Eventually.holds("the second runs", () -> guard.running() == 2);
            assertThat(refusal(guard, "c")).isEqualTo(Refusal.Kind.BUSY);
            end.countDown();
            assertThat(first.join()).isInstanceOf(Outcome.Done.class);
            assertThat(second.join()).isInstanceOf(Outcome.Done.class);
        }
    }

    private static Refusal.Kind refusal(Guard guard, String client) {
        Outcome<Boolean> outcome = guard.run(client, Duration.ofSeconds(1), budget -> true);
        return ((Outcome.Refused<Boolean>) outcome).refusal().kind();
    }

    /** Does not end when it is interrupted. */
    private static boolean deaf(CountDownLatch end) {
        Eventually.holds("its end is allowed", () -> end.getCount() == 0);
        return true;
    }
}
