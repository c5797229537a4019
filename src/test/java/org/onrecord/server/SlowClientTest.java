// SPDX-License-Identifier: Apache-2.0
package org.onrecord.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onrecord.Eventually;
import org.onrecord.guard.Limits;

/** Clients that hold what they have: other readers are answered, and the held things come back. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SlowClientTest {
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != %d) }";
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(10), 200_000, 16L << 20, 64L << 20, 32, 8, 8);
    private static final double SOON = 2;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String POST =
            "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: %d\r\n\r\n";

    private final List<Peer> peers = new ArrayList<>();

    @AfterEach
    void closeAll() {
        peers.forEach(Peer::close);
    }

    @Test
    @DisplayName(
            "32 endless queries of four clients, all that may run => health and another reader's ASK are answered at once")
    void answersOthersBesideEndlessQueries() {
        Limits brief = LIMITS.within(Duration.ofSeconds(3));
        try (ReadServer server =
                ReadServer.start(Fixture.release(), Fixture.options().with(brief))) {
            Client reader = new Client(server);
            for (int i = 0; i < 32; i++) {
                peer(2 + i / 8, server).ask(ENDLESS.formatted(i));
            }
            Eventually.holds("all run", () -> metric(reader, "onrecord_queries_running") >= 32);
            assertAnswersAtOnce(reader);
        }
    }

    @Test
    @DisplayName("a header that trickles in => closed, and its place is free")
    void closesConnectionsWhoseHeaderIsNeverComplete() {
        try (ReadServer server = start(http(2, Duration.ofSeconds(1), LONG))) {
            for (int i = 0; i < 2; i++) {
                peer(2, server).send("GET /health/live HTTP/1.1\r\nX: ");
            }
            Eventually.holds("both are closed", () -> peers.stream().allMatch(SlowClientTest::closedBesideATrickle));
            assertThat(new Client(server).get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("bodies that do not end => 408 that names the limit, after its time")
    void endsBodiesThatDoNotEnd() {
        try (ReadServer server = start(http(100, LONG, Duration.ofSeconds(1)))) {
            for (int i = 0; i < 20; i++) {
                peer(2, server).send(POST.formatted(1000) + "ASK");
            }
            assertThat(peers)
                    .allSatisfy(peer ->
                            assertThat(peer.rest()).startsWith("HTTP/1.1 408").contains("--body-timeout"));
            assertThat(metric(new Client(server), "onrecord_request_body_bytes"))
                    .isZero();
        }
    }

    @Test
    @DisplayName("a body that is too long => the client can send all of it and then reads 413")
    void answersWhoStillSends() {
        try (ReadServer server = start(HttpLimits.USUAL)) {
            String megabytes = "A".repeat(8 << 20);
            String chunked = POST.replace("Content-Length: %d", "Transfer-Encoding: chunked") + "800000\r\n";
            for (String head : List.of(POST.formatted(8 << 20), chunked)) {
                Peer peer = peer(2, server).send(head + megabytes + "\r\n0\r\n\r\n");
                assertThat(peer.rest()).as(head).startsWith("HTTP/1.1 413").contains("problem+json");
            }
        }
    }

    @Test
    @DisplayName("a body that goes on after it was refused => its connection is closed, and nothing of it is held")
    void closesWhoSendsForEver() {
        try (ReadServer server = start(HttpLimits.USUAL)) {
            Peer peer = peer(2, server).send(POST.replace("Content-Length: %d", "Transfer-Encoding: chunked"));
            String piece = "10000\r\n" + "A".repeat(1 << 16) + "\r\n";
            long start = System.nanoTime();
            assertThatThrownBy(() -> {
                        while (OneServer.seconds(start) < 20) {
                            peer.send(piece);
                        }
                    })
                    .isInstanceOf(java.io.UncheckedIOException.class);
            assertThat(OneServer.seconds(start)).isBetween(4.0, 12.0);
            assertAnswersAtOnce(new Client(server));
            assertThat(metric(new Client(server), "onrecord_request_body_bytes"))
                    .isZero();
        }
    }

    @Test
    @DisplayName("parked bodies of 60 MB => the longest make room, a reader's query is answered")
    void makesRoomForOtherBodies() {
        HttpLimits usual = HttpLimits.USUAL;
        HttpLimits longQueries =
                new HttpLimits(usual.body(), usual.body(), usual.head(), usual.connections(), usual.times());
        try (ReadServer server = start(longQueries)) {
            String most = "A".repeat((1 << 20) - 1);
            for (int i = 0; i < 60; i++) {
                peer(2 + i / 10, server).send(POST.formatted(1 << 20) + most);
            }
            Client reader = new Client(server);
            Eventually.holds("they fill the memory", () -> metric(reader, "onrecord_request_body_bytes") > 31 << 20);
            assertThat(metric(reader, "onrecord_request_body_bytes")).isLessThanOrEqualTo(32 << 20);
            assertThat(reader.post("application/sparql-query", "ASK {}").statusCode())
                    .isEqualTo(200);
            assertThat(reader.post("application/sparql-query", "ASK {}" + " ".repeat(200_000))
                            .statusCode())
                    .isEqualTo(200);
            assertAnswersAtOnce(reader);
        }
    }

    @Test
    @DisplayName("18 readers that do not read 6 MB each => others are answered, and all memory comes back")
    void sendsWithoutAThread() {
        try (ReadServer server = start(sending(Duration.ofSeconds(1)))) {
            Client reader = new Client(server);
            String large =
                    "SELECT ?x { BIND(CONCAT(%s) AS ?x) ?s <http://example.org/next> ?o }".formatted(text(10_000));
            for (int i = 0; i < 18; i++) {
                peer(2 + i / 6, server).ask(large, "Accept: text/csv\r\n");
            }
            assertThat(peers).allSatisfy(peer -> assertThat(peer.begin()).isEqualTo("HTTP/1.1 200"));
            assertThat(metric(reader, "onrecord_query_memory_bytes")).isPositive();
            assertAnswersAtOnce(reader);
            Eventually.holds("all memory is free", () -> metric(reader, "onrecord_query_memory_bytes") == 0);
            assertThat(metric(reader, "onrecord_queries_running")).isZero();
        }
    }

    @Test
    @DisplayName("a reader that reads 1.4 MB slowly but steadily => gets all of it")
    void sendsAllToWhoReads() throws IOException {
        try (ReadServer server = start(HttpLimits.USUAL)) {
            String large = "SELECT ?x { BIND(CONCAT(%s) AS ?x) ?s <http://example.org/next> ?o } LIMIT 200"
                    .formatted(text(7_000));
            String whole = new Client(server).query(large, "Accept", "text/csv").body();
            Peer peer = peer(2, server).ask(large, "Accept: text/csv\r\nConnection: close\r\n");
            assertThat(peer.rest()).endsWith(whole);
            Peer packed =
                    peer(2, server).ask(large, "Accept: text/csv\r\nAccept-Encoding: gzip\r\nConnection: close\r\n");
            assertThat(unpacked(packed.rest())).isEqualTo(whole);
        }
    }

    /** Arguments of CONCAT that make a text so long; one literal may have 4,096 characters. */
    private static String text(int length) {
        return String.join(",", Collections.nCopies(length / 1000, "'" + "a".repeat(1000) + "'"));
    }

    private static String unpacked(String answer) throws IOException {
        byte[] body = answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
        return new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Sends a byte more of a header that never ends; whether the server has closed the connection. */
    private static boolean closedBesideATrickle(Peer peer) {
        try {
            peer.send("a");
            return false;
        } catch (java.io.UncheckedIOException e) {
            return true;
        }
    }

    private static HttpLimits sending(Duration send) {
        return new HttpLimits(
                1 << 20, 64 << 10, 32 << 10, 2000, new HttpLimits.Times(LONG, LONG, send, Duration.ofSeconds(5)));
    }

    private static HttpLimits http(int connections, Duration idle, Duration receive) {
        return new HttpLimits(
                1 << 20,
                64 << 10,
                32 << 10,
                connections,
                new HttpLimits.Times(idle, receive, LONG, Duration.ofSeconds(5)));
    }

    private Peer peer(int n, ReadServer server) {
        Peer peer = Peer.at(n, server);
        peers.add(peer);
        return peer;
    }

    private static ReadServer start(HttpLimits http) {
        return ReadServer.start(
                Fixture.release(), Fixture.options().with(LIMITS).with(http));
    }

    private static double metric(Client reader, String name) {
        return reader.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(-1);
    }

    private static void assertAnswersAtOnce(Client reader) {
        for (String path : List.of("/health/live", "/health/ready", "/metrics", "/sparql?query=ASK%7B%7D")) {
            long start = System.nanoTime();
            assertThat(reader.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(OneServer.seconds(start)).as(path).isLessThan(SOON);
        }
    }
}
