// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.onrecord.guard.Guard;
import org.onrecord.guard.Outcome;
import org.onrecord.guard.Refusal;
import org.onrecord.server.journal.Journal;

/** What an operator relies on. */
class OperationTest {
    @Test
    void tellsItsHealthAndItsNumbers() {
        try (ReadServer server = Fixture.start()) {
            Client client = new Client(server);
            assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(client.get("/health/ready").body()).contains("\"ready\"", "\"selfQueryAnswered\": true");
            client.query("SELECT * { ?s ?p ?o } LIMIT 3");
            client.query("SELECT * { SERVICE <urn:x> {} }");
            assertThat(client.get("/metrics").body())
                    .contains(
                            "onrecord_requests_total{route=\"sparql\",status=\"200\"} 1",
                            "onrecord_requests_total{route=\"sparql\",status=\"422\"} 1",
                            "onrecord_problems_total{type=\"refused-feature\"} 1",
                            "onrecord_request_duration_seconds_bucket{route=\"sparql\",le=\"+Inf\"} 2",
                            "onrecord_rows_total 3",
                            "# TYPE onrecord_queries_stuck gauge");
        }
    }

    @Test
    void writesALineForEachRequestWithTheIdOfItsAnswer() {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (ReadServer server =
                ReadServer.start(Fixture.served(), Fixture.options().with(Journal.SILENT, new Journal(lines::add)))) {
            HttpResponse<String> answer = new Client(server).query("ASK {}");
            String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
            new Client(server).get("/health/live");
            assertThat(lines.get(0))
                    .contains("\"id\":\"" + id + "\"", "\"status\":200")
                    .doesNotContain("ASK");
        }
    }

    @Test
    void letsAnswersFinishWhenItStops() {
        ReadServer server = Fixture.start();
        Client client = new Client(server);
        String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> client.query(endless));
        while (!client.get("/metrics").body().contains("onrecord_queries_running 1.0")) {
            Thread.onSpinWait();
        }
        server.close();
        assertThat(answer.join().body()).contains("/problems/time-limit");
    }

    @Test
    void failsLoudlyWhenThePortIsTaken() {
        try (ReadServer server = Fixture.start()) {
            ServerOptions same = ServerOptions.at(new Address("127.0.0.1", server.port()));
            assertThatThrownBy(() -> ReadServer.start(Fixture.served(), same))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void answersAtTheLimitWhateverAThreadDoesAndCountsIt() {
        CountDownLatch end = new CountDownLatch(1);
        try (Guard guard = new Guard(Fixture.LIMITS)) {
            long start = System.nanoTime();
            Outcome<Boolean> outcome = guard.run("client", Duration.ofMillis(100), budget -> deaf(end));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.TIME));
            while (guard.stuck() == 0) {
                Thread.onSpinWait();
            }
            assertThat(guard.running()).isEqualTo(1);
            end.countDown();
            while (guard.running() > 0) {
                Thread.onSpinWait();
            }
            assertThat(guard.stuck()).isZero();
        }
    }

    @Test
    void letsAClientHaveOnlySoManyQueries() {
        CountDownLatch end = new CountDownLatch(1);
        try (Guard guard = new Guard(new org.onrecord.guard.Limits(Duration.ofSeconds(5), 1, 1, 1, 2, 1, 1))) {
            var first = CompletableFuture.supplyAsync(() -> guard.run("a", Duration.ofSeconds(5), budget -> deaf(end)));
            while (guard.running() < 1) {
                Thread.onSpinWait();
            }
            assertThat(refusal(guard, "a")).isEqualTo(Refusal.Kind.CLIENT);
            var second =
                    CompletableFuture.supplyAsync(() -> guard.run("b", Duration.ofSeconds(5), budget -> deaf(end)));
            while (guard.running() < 2) {
                Thread.onSpinWait();
            }
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

    private static boolean deaf(CountDownLatch end) {
        while (end.getCount() > 0) {
            Thread.onSpinWait();
        }
        return true;
    }
}
